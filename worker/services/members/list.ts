import type { MemberList, MemberListQuery } from '#core/contract/members';
import { listMembers } from '#core/store/members';
import { requirePermission, type SignedInContext } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { memberView } from './view.ts';

/** Returns one page of the organization's members in order of joining, including suspended ones. */
export async function listVisibleMembers(context: SignedInContext, query: MemberListQuery): Promise<MemberList> {
  requirePermission(context, 'members.read');
  const { caller, dependencies } = context;
  const filter = { text: query.q, status: query.status, role: query.role };
  const rows = await listMembers(dependencies.control, caller.organizationId, filter, pageRequest(query));
  return pageOf(rows, query.limit, byCreation, memberView);
}
