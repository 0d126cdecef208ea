import { effect, signal } from '@preact/signals';
import type { ViewView } from '#core/contract/views';
import { SignedOut } from '../api/problems.ts';
import { listViews } from '../api/views.ts';
import { clearSession, session } from './session.ts';
import { showFailure } from './toasts.ts';

/** Saved views of this person and shared ones; empty until they are loaded. */
export const savedViews = signal<readonly ViewView[]>([]);

export async function refreshViews(): Promise<void> {
  try {
    savedViews.value = (await listViews()).data;
  } catch (error) {
    if (error instanceof SignedOut) clearSession();
    else showFailure(error);
  }
}

effect(() => {
  if (session.value.state === 'signed-out') savedViews.value = [];
});
