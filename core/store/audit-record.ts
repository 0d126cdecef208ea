import type { AuditEventRow } from './audit-list.ts';

/** What an event tells, in the names and forms that are hashed and exported (`ChainRecord` of core/security). */
export function chainRecord(row: AuditEventRow) {
  return {
    id: row.id,
    organization_id: row.organizationId,
    actor_kind: row.actorKind,
    actor_id: row.actorId,
    impersonator_id: row.impersonatorId,
    action: row.action,
    target_kind: row.targetKind,
    target_id: row.targetId,
    outcome: row.outcome,
    ip: row.ip,
    user_agent: row.userAgent,
    request_id: row.requestId,
    changes: readChanges(row.changes),
    occurred_at: row.occurredAt,
  };
}

/** Text that is no JSON was not written by us: it is told as it stands, and its hash does not fit. */
function readChanges(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
