import type { AuditEventRow } from './audit-list.ts';

/** Converts a row to the form that is hashed and exported (`ChainRecord` in core/security). */
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

/**
 * Parses the changes. Invalid JSON was not written by this application: it is kept as text, and its hash will not
 * match.
 */
function readChanges(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
