import { z } from '@hono/zod-openapi';
import { listOf, pageQuerySchema } from './list.ts';

export const auditQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().min(1).max(100).optional().openapi({ description: 'Part of the action or of the target id' }),
  action: z.string().max(100).optional().openapi({ example: 'api_key.created' }),
  actor: z.string().max(64).optional().openapi({ description: 'Id of a user or an API key' }),
  from: z.iso.datetime({ offset: true }).optional().openapi({ description: 'At or after this time' }),
  to: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Before this time' }),
});

export const auditEventSchema = z
  .object({
    id: z.string(),
    action: z.string().openapi({ example: 'api_key.created' }),
    outcome: z.enum(['success', 'failure']),
    actor: z.object({ kind: z.enum(['user', 'api_key', 'system']), id: z.string() }),
    target: z.object({ kind: z.string(), id: z.string() }),
    organization_id: z.string(),
    request_id: z.string(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    /** `{field: [old, new]}` */
    changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).nullable(),
    occurred_at: z.string(),
  })
  .openapi('AuditEvent');

export const auditListSchema = listOf(auditEventSchema, 'AuditEventList');

export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type AuditEventView = z.infer<typeof auditEventSchema>;
export type AuditList = z.infer<typeof auditListSchema>;
