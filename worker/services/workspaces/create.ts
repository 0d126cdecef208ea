import type { CreateWorkspaceBody, WorkspaceView } from '#core/contract/workspaces';
import { slugOf } from '#core/domain/slug';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { rethrowTransient } from '#core/platform/transient-fault';
import { findWorkspace, insertWorkspace, isWorkspaceSlugTaken } from '#core/store/workspaces';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { withEnding } from '../organizations/slug-ending.ts';
import { capByPlan, planLimitReached } from '../plan-limit.ts';
import { withAnswer } from '../repeat-safely.ts';
import { workspaceView } from './view.ts';

/**
 * Creates a workspace with the caller as its first manager. @throws AppError `conflict` for a taken slug,
 * `plan_limit_reached`
 */
export async function createWorkspace(context: SignedInContext, body: CreateWorkspaceBody): Promise<WorkspaceView> {
  requirePermission(context, 'workspaces.manage');
  await requireLiveSession(context);
  const { caller, dependencies } = context;
  const { control } = dependencies;
  const now = dependencies.now();
  const plain = body.slug ?? slugOf(body.name);
  const taken = await isWorkspaceSlugTaken(control, caller.organizationId, plain);
  if (taken && body.slug !== undefined) throw slugTaken();
  const workspace = {
    id: newId('workspace', now),
    name: body.name,
    slug: taken ? withEnding(plain) : plain,
    access: body.access,
    createdBy: caller.userId,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  };
  const workspaces = new Map(caller.reach.workspaces).set(workspace.id, { access: workspace.access, role: 'manager' });
  const view = workspaceView(
    { ...context, caller: { ...caller, reach: { ...caller.reach, workspaces } } },
    { ...workspace, organizationId: caller.organizationId, members: 1 },
  );
  const event = auditOf(context, 'workspace.created', { kind: 'workspace', id: workspace.id }, null, {
    name: workspace.name,
    access: workspace.access,
  });
  const cap = capByPlan(context, 'workspaces');
  try {
    await insertWorkspace(control, caller.organizationId, workspace, cap, await withAnswer(context, event, view));
  } catch (error) {
    rethrowTransient(error);
    // A unique constraint may have failed: check the table instead of parsing the error.
    throw (await isWorkspaceSlugTaken(control, caller.organizationId, workspace.slug)) ? slugTaken() : error;
  }
  if (!(await findWorkspace(control, caller.organizationId, workspace.id)))
    throw await planLimitReached(context, caller.organizationId, 'workspaces');
  invalidateAccess(context, caller.userId);
  return view;
}

export const slugTaken = (): AppError => new AppError('conflict', 'Another workspace already uses this slug.');
