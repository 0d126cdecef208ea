import { type AuditEventView, type AuditList, type AuditQuery, auditEventSchema } from '#core/contract/audit';
import { CONTROL_BINDING } from '#core/db/connect';
import { type AuditEventRow, listAuditEvents } from '#core/store/audit-list';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { pageOf, readCursor } from '../list-page.ts';

/**
 * The organization's audit events, the newest first. Control and tenant data keep their own (a batch is one
 * database's); where the two are different databases the list is merged from both.
 */
export async function listVisibleAuditEvents(context: SignedInContext, query: AuditQuery): Promise<AuditList> {
  requirePermission(context, 'audit.read');
  const { caller, dependencies } = context;
  const tenant = tenantOf(context);
  const sources = caller.shard === CONTROL_BINDING ? [tenant] : [tenant, dependencies.control];
  const filter = {
    text: query.q,
    action: query.action,
    actorId: query.actor,
    from: query.from === undefined ? undefined : Date.parse(query.from),
    to: query.to === undefined ? undefined : Date.parse(query.to),
  };
  const page = { limit: query.limit + 1, after: readCursor(query.cursor) };
  const found = await Promise.all(sources.map((db) => listAuditEvents(db, caller.organizationId, filter, page)));
  const rows = found.flat().sort(newestFirst).slice(0, page.limit);
  return pageOf(rows, query.limit, (row) => ({ at: row.occurredAt, id: row.id }), view);
}

function newestFirst(a: AuditEventRow, b: AuditEventRow): number {
  if (a.occurredAt !== b.occurredAt) return b.occurredAt - a.occurredAt;
  return a.id < b.id ? 1 : -1;
}

const changesSchema = auditEventSchema.shape.changes;

function view(row: AuditEventRow): AuditEventView {
  return {
    id: row.id,
    action: row.action,
    outcome: row.outcome,
    actor: { kind: row.actorKind, id: row.actorId },
    target: { kind: row.targetKind, id: row.targetId },
    organization_id: row.organizationId,
    request_id: row.requestId,
    ip: row.ip,
    user_agent: row.userAgent,
    changes: row.changes === null ? null : changesSchema.parse(JSON.parse(row.changes)),
    occurred_at: new Date(row.occurredAt).toISOString(),
  };
}
