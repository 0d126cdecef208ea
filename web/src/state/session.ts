import { signal } from '@preact/signals';
import type { Identity } from '#core/contract/identity';
import type { Permission } from '#core/domain/permissions';
import { signOut as sendSignOut, whoAmI } from '../api/identity.ts';
import { SignedOut } from '../api/problems.ts';
import { setOwnFormat } from '../formatting/own-format.ts';

/** Who is signed in; `unknown` until the API has responded once. */
export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly identity: Identity };

export const session = signal<Session>({ state: 'unknown' });

export function startSession(identity: Identity): void {
  setOwnFormat(identity.user.locale, identity.user.time_zone);
  session.value = { state: 'signed-in', identity };
}

/** Loads the session from the API. Throws when the request fails, but not when nobody is signed in. */
export async function loadSession(): Promise<void> {
  try {
    startSession(await whoAmI());
  } catch (error) {
    if (!(error instanceof SignedOut)) throw error;
    session.value = { state: 'signed-out' };
  }
}

/** Call when a request finds the session expired; private pages then redirect to sign-in. */
export function clearSession(): void {
  session.value = { state: 'signed-out' };
}

export async function signOut(): Promise<void> {
  await sendSignOut();
  clearSession();
}

/** Whether to offer an action. The API enforces permissions in any case. */
export function mayUse(permission: Permission): boolean {
  const now = session.value;
  return now.state === 'signed-in' && now.identity.permissions.includes(permission);
}
