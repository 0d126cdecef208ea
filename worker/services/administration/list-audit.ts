import type { AuditList, AuditQuery } from '#core/contract/audit';
import { SYSTEM_ORGANIZATION_ID } from '#core/domain/system';
import { listAuditEvents } from '#core/store/audit-list';
import { positionOf } from '../audit/list.ts';
import { auditFilter } from '../audit/read-page.ts';
import { auditEventView } from '../audit/view.ts';
import { pageOf, pageRequest } from '../list-page.ts';
import type { AdministratorContext } from './require-administrator.ts';

/** Returns the server's audit log of system administrators' actions, newest first. */
export async function listSystemAuditEvents(
  { dependencies }: AdministratorContext,
  query: AuditQuery,
): Promise<AuditList> {
  const page = pageRequest(query);
  const rows = await listAuditEvents(dependencies.control, SYSTEM_ORGANIZATION_ID, auditFilter(query), page);
  return pageOf(rows, query.limit, positionOf, auditEventView);
}
