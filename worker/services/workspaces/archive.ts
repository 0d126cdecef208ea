import type { SignedInContext } from '../context.ts';
import { requireWorkspace } from './find.ts';
import { updateVisibleWorkspace } from './update.ts';

/**
 * Archives a workspace: it accepts no new documents and keeps its existing ones. Never deleted, because documents refer
 * to it. Idempotent. @throws AppError `not_found`, `forbidden`
 */
export async function archiveWorkspace(context: SignedInContext, id: string): Promise<void> {
  const workspace = await requireWorkspace(context, id, 'workspaces.manage');
  if (workspace.archivedAt === null) await updateVisibleWorkspace(context, id, { archived: true });
}
