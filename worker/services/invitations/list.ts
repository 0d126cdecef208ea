import type { InvitationList } from '#core/contract/invitations';
import type { PageQuery } from '#core/contract/list';
import { listInvitations } from '#core/store/invitations';
import { requirePermission, type SignedInContext } from '../context.ts';
import { pageOf, readCursor } from '../list-page.ts';
import { invitationView } from './view.ts';

/** One page of the organization's invitations, the newest first, whatever became of them. */
export async function listVisibleInvitations(context: SignedInContext, query: PageQuery): Promise<InvitationList> {
  requirePermission(context, 'members.invite');
  const { caller, dependencies } = context;
  const rows = await listInvitations(
    dependencies.control,
    caller.organizationId,
    query.limit + 1,
    readCursor(query.cursor),
  );
  const now = dependencies.now();
  return pageOf(
    rows,
    query.limit,
    (row) => ({ at: row.createdAt, id: row.id }),
    (row) => invitationView(row, row.customRoleName ?? row.role, now),
  );
}
