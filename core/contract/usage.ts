import { z } from '@hono/zod-openapi';
import { listOf, pageQuerySchema } from './list.ts';

const period = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .openapi({ example: '2026-11', description: 'Calendar month, UTC' });

export const usageQuerySchema = pageQuerySchema.extend({ period: period.optional() });

const usageLineSchema = z
  .object({
    id: z.string(),
    document_id: z.string(),
    job_id: z.string(),
    pages: z.number().int(),
    created_at: z.string(),
  })
  .openapi('UsageLine');

/** Totals of the period and its usage lines. The totals are the sum of the lines on all pages of the list. */
export const usageSchema = listOf(usageLineSchema, 'UsageLineList')
  .extend({ period, documents: z.number().int(), pages: z.number().int() })
  .openapi('Usage');

export type UsageView = z.infer<typeof usageSchema>;
export type UsageQuery = z.infer<typeof usageQuerySchema>;
