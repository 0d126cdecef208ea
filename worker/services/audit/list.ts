import type { AuditList, AuditQuery } from '#core/contract/audit';
import { holdsSomewhere, placesWith } from '#core/domain/reach';
import type { AuditEventRow } from '#core/store/audit-list';
import { namesOfDocuments } from '#core/store/document-names';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { pageOf, pageRequest } from '../list-page.ts';
import { readAuditPage } from './read-page.ts';
import { auditEventView } from './view.ts';

/** Returns the organization's audit events, newest first. */
export async function listVisibleAuditEvents(context: SignedInContext, query: AuditQuery): Promise<AuditList> {
  requirePermission(context, 'audit.read');
  const page = pageRequest(query);
  const rows = await readAuditPage(context, query, page);
  const names = await namesOf(context, rows);
  return pageOf(rows, query.limit, positionOf, (row) => {
    const view = auditEventView(row);
    const name = row.targetKind === 'document' ? names.get(row.targetId) : undefined;
    return name === undefined ? view : { ...view, target: { ...view.target, name } };
  });
}

/** Names of the documents among the targets, as far as the caller reaches them. */
async function namesOf(context: SignedInContext, rows: readonly AuditEventRow[]): Promise<ReadonlyMap<string, string>> {
  const { caller, dependencies } = context;
  const ids = [...new Set(rows.filter(({ targetKind }) => targetKind === 'document').map(({ targetId }) => targetId))];
  const now = dependencies.now();
  if (ids.length === 0 || !holdsSomewhere(caller, 'documents.read', now)) return new Map();
  return namesOfDocuments(tenantOf(context), caller.organizationId, ids, placesWith(caller, 'documents.read', now));
}

export const positionOf = (row: AuditEventRow) => ({ at: row.occurredAt, id: row.id });
