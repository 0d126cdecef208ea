import { effect, signal } from '@preact/signals';
import type { WorkspaceView } from '#core/contract/workspaces';
import { SignedOut } from '../api/problems.ts';
import { listAllWorkspaces } from '../api/workspaces.ts';
import { clearSession, mayUse, session } from './session.ts';
import { showFailure } from './toasts.ts';

/** The workspaces the user has access to; empty until they are loaded. */
export const workspaces = signal<readonly WorkspaceView[]>([]);

/** Reloads the workspaces. Pages work without them, so a failure only shows a toast. */
export async function refreshWorkspaces(): Promise<void> {
  if (!mayUse('workspaces.read')) return;
  try {
    workspaces.value = await listAllWorkspaces();
  } catch (error) {
    if (error instanceof SignedOut) clearSession();
    else showFailure(error);
  }
}

/** The workspaces the user may upload documents to. */
export function uploadWorkspaces(): readonly WorkspaceView[] {
  return workspaces.value.filter((each) => !each.archived && each.permissions.includes('documents.create'));
}

effect(() => {
  if (session.value.state === 'signed-out') workspaces.value = [];
});
