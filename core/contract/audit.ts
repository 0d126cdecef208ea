import { z } from '@hono/zod-openapi';
import { AUDIT_RETENTION_DAYS } from '../domain/input-limits.ts';
import { listOf, pageQuerySchema } from './list.ts';

export const auditFilterSchema = z.object({
  q: z.string().trim().min(1).max(100).optional().openapi({ description: 'Part of the action or of the target id' }),
  action: z.string().max(100).optional().openapi({ example: 'api_key.created' }),
  actor: z.string().max(64).optional().openapi({ description: 'Id of a user, an API key or an impersonator' }),
  target: z.string().max(64).optional().openapi({ description: 'Id of the target' }),
  outcome: z.enum(['success', 'failure']).optional(),
  from: z.iso.datetime({ offset: true }).optional().openapi({ description: 'At or after this time' }),
  to: z.iso.datetime({ offset: true }).optional().openapi({ description: 'Before this time' }),
});

export const auditQuerySchema = pageQuerySchema.extend(auditFilterSchema.shape);

export const auditExportQuerySchema = auditFilterSchema.extend({
  format: z.enum(['csv', 'jsonl']).default('csv').openapi({ description: 'JSON lines contain all hashed fields' }),
});

/** Position of an event in the organization's hash chain. */
const sealSchema = z.object({ sequence: z.number().int(), previous_hash: z.string(), hash: z.string() });

export const auditEventSchema = z
  .object({
    id: z.string(),
    action: z.string().openapi({ example: 'api_key.created' }),
    outcome: z.enum(['success', 'failure']),
    actor: z.object({
      kind: z.enum(['user', 'api_key', 'system']),
      id: z.string(),
      /** The system administrator impersonating this user; null if the user acted themselves. */
      impersonator_id: z.string().nullable(),
    }),
    target: z.object({
      kind: z.string(),
      id: z.string(),
      name: z.string().optional().openapi({ description: 'File name of a document that the caller can open' }),
    }),
    organization_id: z.string(),
    request_id: z.string(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    /** `{field: [old, new]}` */
    changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).nullable(),
    occurred_at: z.string(),
    /** Null until the event is sealed, shortly after it is written. */
    seal: sealSchema.nullable(),
  })
  .openapi('AuditEvent');

export const auditListSchema = listOf(auditEventSchema, 'AuditEventList');

const AUDIT_BREAK_KINDS = ['edited', 'missing', 'unlinked', 'truncated', 'rewritten'] as const;

export const auditVerifyQuerySchema = z.object({
  cursor: z.string().max(300).optional().openapi({ description: '`next_cursor` of the previous call' }),
});

/** One batch of the verification. Continue with `next_cursor` until it is null. */
export const auditVerificationSchema = z
  .object({
    /** True if no problem was found in this batch. */
    intact: z.boolean(),
    /** The first problem found; `sequence` is the position where it was detected. */
    break: z
      .object({
        kind: z.enum(AUDIT_BREAK_KINDS),
        sequence: z.number().int(),
        event_id: z.string().nullable(),
        detail: z.string(),
      })
      .nullable(),
    /** Number of events checked by this request, and their positions. */
    checked: z.number().int(),
    from_sequence: z.number().int(),
    through_sequence: z.number().int(),
    /** The last position assigned, as recorded outside the event table; null before the first event. */
    head_sequence: z.number().int().nullable(),
    /** Events up to this position were deleted at the end of their retention period. */
    purged_through_sequence: z.number().int().nullable(),
    /** Number of events not yet sealed. */
    unsealed: z.number().int(),
    next_cursor: z.string().nullable(),
  })
  .openapi('AuditVerification');

/** Retention period an organization may choose: one month to ten years. */

export const auditRetentionBodySchema = z
  .object({ days: z.number().int().min(AUDIT_RETENTION_DAYS.min).max(AUDIT_RETENTION_DAYS.max) })
  .openapi('AuditRetentionBody');

export const auditRetentionSchema = z
  .object({
    days: z.number().int(),
    /** False if the deployment's default applies. */
    own: z.boolean(),
  })
  .openapi('AuditRetention');

export type AuditFilterQuery = z.infer<typeof auditFilterSchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type AuditExportQuery = z.infer<typeof auditExportQuerySchema>;
export type AuditEventView = z.infer<typeof auditEventSchema>;
export type AuditList = z.infer<typeof auditListSchema>;
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
export type AuditRetention = z.infer<typeof auditRetentionSchema>;
