import type { UpdateWorkspaceBody, WorkspaceView } from '#core/contract/workspaces';
import { AppError } from '#core/platform/errors';
import { rethrowTransient } from '#core/platform/transient-fault';
import { isWorkspaceSlugTaken, updateWorkspace } from '#core/store/workspaces';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { slugTaken } from './create.ts';
import { requireWorkspace } from './find.ts';
import { workspaceView } from './view.ts';

/**
 * Renames, opens, restricts, archives or unarchives a workspace. A caller who would lose access by restricting it
 * becomes its manager. @throws AppError `not_found`, `forbidden`, `conflict`
 */
export async function updateVisibleWorkspace(
  context: SignedInContext,
  id: string,
  body: UpdateWorkspaceBody,
): Promise<WorkspaceView> {
  requireSomewhere(context, 'workspaces.manage');
  await requireLiveSession(context);
  const before = await requireWorkspace(context, id, 'workspaces.manage');
  const { caller, dependencies } = context;
  const { control } = dependencies;
  const to = {
    name: body.name ?? before.name,
    slug: body.slug ?? before.slug,
    access: body.access ?? before.access,
    archivedAt: body.archived === undefined ? before.archivedAt : body.archived ? dependencies.now() : null,
  };
  const event = auditOf(
    context,
    'workspace.updated',
    { kind: 'workspace', id: before.id },
    { name: before.name, slug: before.slug, access: before.access, archived: before.archivedAt !== null },
    { name: to.name, slug: to.slug, access: to.access, archived: to.archivedAt !== null },
  );
  const locksOut = to.access === 'restricted' && !caller.reach.everywhere && caller.kind === 'user';
  const { members, ...row } = before;
  try {
    if (!(await updateWorkspace(control, caller.organizationId, row, to, event, locksOut ? caller.userId : null)))
      throw new AppError('conflict', 'The workspace was changed in the meantime. Reload and try again.');
  } catch (error) {
    rethrowTransient(error);
    if (error instanceof AppError) throw error;
    const taken = to.slug !== before.slug && (await isWorkspaceSlugTaken(control, caller.organizationId, to.slug));
    throw taken ? slugTaken() : error;
  }
  if (to.access !== before.access) invalidateAccess(context);
  return workspaceView(context, { ...row, ...to, members, updatedAt: event.occurredAt });
}
