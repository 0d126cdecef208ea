import { effect, signal } from '@preact/signals';
import type { WorkspaceView } from '#core/contract/workspaces';
import { SignedOut } from '../api/problems.ts';
import { listAllWorkspaces } from '../api/workspaces.ts';
import { leaveSession, mayUse, session } from './session.ts';
import { showFailure } from './toasts.ts';

/** The workspaces of the organization that this person reaches; empty until they are read. */
export const workspaces = signal<readonly WorkspaceView[]>([]);

/** Reads them anew; what was known stays until then. Pages work without them, so a failure is told and no more. */
export async function refreshWorkspaces(): Promise<void> {
  if (!mayUse('workspaces.read')) return;
  try {
    workspaces.value = await listAllWorkspaces();
  } catch (error) {
    if (error instanceof SignedOut) leaveSession();
    else showFailure(error);
  }
}

/** Where this person may put documents. */
export function uploadWorkspaces(): readonly WorkspaceView[] {
  return workspaces.value.filter((each) => !each.archived && each.permissions.includes('documents.create'));
}

effect(() => {
  if (session.value.state === 'signed-out') workspaces.value = [];
});
