import type { AuditList, AuditQuery } from '#core/contract/audit';
import type { AuditEventRow } from '#core/store/audit-list';
import { requirePermission, type SignedInContext } from '../context.ts';
import { pageOf, pageRequest } from '../list-page.ts';
import { readAuditPage } from './read-page.ts';
import { auditEventView } from './view.ts';

/** Returns the organization's audit events, newest first. */
export async function listVisibleAuditEvents(context: SignedInContext, query: AuditQuery): Promise<AuditList> {
  requirePermission(context, 'audit.read');
  const page = pageRequest(query);
  const rows = await readAuditPage(context, query, page);
  return pageOf(rows, query.limit, positionOf, auditEventView);
}

export const positionOf = (row: AuditEventRow) => ({ at: row.occurredAt, id: row.id });
