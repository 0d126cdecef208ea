import type { SignedInContext } from '../context.ts';
import { requireWorkspace } from './find.ts';
import { updateVisibleWorkspace } from './update.ts';

/**
 * Puts a workspace away: nothing more comes in, its documents stay where they are. It is never destroyed, because
 * documents name it. Doing it twice changes nothing. @throws AppError `not_found`, `forbidden`
 */
export async function archiveWorkspace(context: SignedInContext, id: string): Promise<void> {
  const workspace = await requireWorkspace(context, id, 'workspaces.manage');
  if (workspace.archivedAt === null) await updateVisibleWorkspace(context, id, { archived: true });
}
