import { z } from '@hono/zod-openapi';
import { listOf, pageQuerySchema } from './list.ts';

export const developmentMailQuerySchema = pageQuerySchema.extend({
  /** Filters by recipient, exactly as it was typed. */
  recipient: z.string().max(254).optional(),
});

export const developmentMailSchema = z
  .object({
    id: z.string(),
    recipient: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    created_at: z.string(),
  })
  .openapi('DevelopmentMail');

export const developmentMailListSchema = listOf(developmentMailSchema, 'DevelopmentMailList');

export type DevelopmentMailQuery = z.infer<typeof developmentMailQuerySchema>;
export type DevelopmentMailView = z.infer<typeof developmentMailSchema>;
export type DevelopmentMailList = z.infer<typeof developmentMailListSchema>;
