import { z } from '@hono/zod-openapi';
import { securityEventKinds } from '../domain/security-events.ts';
import { listOf, pageQuerySchema } from './list.ts';

export const securityEventQuerySchema = pageQuerySchema.extend({
  kind: z.enum(securityEventKinds).optional(),
  network: z.string().max(64).optional().openapi({ example: '203.0.113.7', description: 'As returned by the list' }),
  from: z.iso.datetime({ offset: true }).optional().openapi({ description: 'First seen at or after this time' }),
  to: z.iso.datetime({ offset: true }).optional().openapi({ description: 'First seen before this time' }),
});

export const securityEventSchema = z
  .object({
    id: z.string(),
    kind: z.enum(securityEventKinds),
    /** Description of the kind. */
    meaning: z.string(),
    /**
     * An IPv4 address, the /64 of an IPv6 address, or `unknown`. Null groups all networks beyond the maximum per
     * window.
     */
    network: z.string().nullable(),
    count: z.number().int(),
    first_at: z.string(),
    last_at: z.string(),
    /** Id of one of the most recent requests. */
    request_id: z.string(),
    user_agent: z.string().nullable(),
  })
  .openapi('SecurityEvent');

export const securityEventListSchema = listOf(securityEventSchema, 'SecurityEventList');

export type SecurityEventView = z.infer<typeof securityEventSchema>;
export type SecurityEventQuery = z.infer<typeof securityEventQuerySchema>;
export type SecurityEventList = z.infer<typeof securityEventListSchema>;
