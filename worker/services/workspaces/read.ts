import type { WorkspaceView } from '#core/contract/workspaces';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireWorkspace } from './find.ts';
import { workspaceView } from './view.ts';

/** @throws AppError `not_found` */
export async function readWorkspace(context: SignedInContext, id: string): Promise<WorkspaceView> {
  requireSomewhere(context, 'workspaces.read');
  return workspaceView(context, await requireWorkspace(context, id, 'workspaces.read'));
}
