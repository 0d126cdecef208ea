import { signal } from '@preact/signals';
import type { Identity } from '#core/contract/identity';
import type { Permission } from '#core/domain/permissions';
import { signOut as sendSignOut, whoAmI } from '../api/identity.ts';
import { SignedOut } from '../api/problems.ts';
import { setOwnFormat } from '../formatting/own-format.ts';

/** Who uses this page. `unknown` until the API was asked once. */
export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly identity: Identity };

export const session = signal<Session>({ state: 'unknown' });

export function enterSession(identity: Identity): void {
  setOwnFormat(identity.user.locale, identity.user.time_zone);
  session.value = { state: 'signed-in', identity };
}

/** Asks the API who is signed in. Throws what the request throws, except for "nobody". */
export async function loadSession(): Promise<void> {
  try {
    enterSession(await whoAmI());
  } catch (error) {
    if (!(error instanceof SignedOut)) throw error;
    session.value = { state: 'signed-out' };
  }
}

/** Any call may find the session ended; the guard of private pages then leads to sign-in. */
export function leaveSession(): void {
  session.value = { state: 'signed-out' };
}

export async function endSession(): Promise<void> {
  await sendSignOut();
  leaveSession();
}

/** What the role may not do is not offered; the API refuses it in any case. */
export function mayUse(permission: Permission): boolean {
  const now = session.value;
  return now.state === 'signed-in' && now.identity.permissions.includes(permission);
}
