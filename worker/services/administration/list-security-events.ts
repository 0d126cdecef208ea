import type { SecurityEventList, SecurityEventQuery } from '#core/contract/security-events';
import { FURTHER_NETWORKS, SECURITY_EVENT_KINDS } from '#core/domain/security-events';
import { listSecurityEvents, type SecurityEventRow } from '#core/store/security-events';
import { pageOf, pageRequest } from '../list-page.ts';
import type { AdministratorContext } from './require-administrator.ts';

/** Returns the refused anonymous requests, newest first. */
export async function listAnonymousRefusals(
  { dependencies }: AdministratorContext,
  query: SecurityEventQuery,
): Promise<SecurityEventList> {
  const { kind, network, from, to } = query;
  const time = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
  const rows = await listSecurityEvents(
    dependencies.control,
    { kind, network, from: time(from), to: time(to) },
    pageRequest(query),
  );
  return pageOf(rows, query.limit, (row) => ({ at: row.firstAt, id: row.id }), view);
}

function view(row: SecurityEventRow): SecurityEventList['data'][number] {
  return {
    id: row.id,
    kind: row.kind,
    meaning: SECURITY_EVENT_KINDS[row.kind],
    network: row.network === FURTHER_NETWORKS ? null : row.network,
    count: row.count,
    first_at: new Date(row.firstAt).toISOString(),
    last_at: new Date(row.lastAt).toISOString(),
    request_id: row.requestId,
    user_agent: row.userAgent,
  };
}
