import { type AuditEventView, auditEventSchema } from '#core/contract/audit';
import type { AuditEventRow } from '#core/store/audit-list';

const changesSchema = auditEventSchema.shape.changes;

export function auditEventView(row: AuditEventRow): AuditEventView {
  const { sequence, previousHash, hash } = row;
  return {
    id: row.id,
    action: row.action,
    outcome: row.outcome,
    actor: { kind: row.actorKind, id: row.actorId, impersonator_id: row.impersonatorId },
    target: { kind: row.targetKind, id: row.targetId },
    organization_id: row.organizationId,
    request_id: row.requestId,
    ip: row.ip,
    user_agent: row.userAgent,
    changes: row.changes === null ? null : changesSchema.parse(JSON.parse(row.changes)),
    occurred_at: new Date(row.occurredAt).toISOString(),
    seal:
      sequence === null || previousHash === null || hash === null
        ? null
        : { sequence, previous_hash: previousHash, hash },
  };
}
