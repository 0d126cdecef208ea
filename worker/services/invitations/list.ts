import type { InvitationList, InvitationListQuery } from '#core/contract/invitations';
import { listInvitations } from '#core/store/invitations';
import { requirePermission, type SignedInContext } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { invitationView } from './view.ts';

/** Returns one page of the organization's invitations in any state, newest first. */
export async function listVisibleInvitations(
  context: SignedInContext,
  query: InvitationListQuery,
): Promise<InvitationList> {
  requirePermission(context, 'members.invite');
  const { caller, dependencies } = context;
  const now = dependencies.now();
  const filter = { text: query.q, status: query.status, now };
  const rows = await listInvitations(dependencies.control, caller.organizationId, filter, pageRequest(query));
  return pageOf(rows, query.limit, byCreation, (row) => invitationView(row, row.customRoleName ?? row.role, now));
}
