import { effect, signal } from '@preact/signals';
import type { MemberView } from '#core/contract/members';
import { listAllMembers } from '../api/people.ts';
import { SignedOut } from '../api/problems.ts';
import { clearSession, mayUse, session } from './session.ts';
import { showFailure } from './toasts.ts';

/** Members of the organization, for choosing and naming people; empty until they are loaded. */
export const members = signal<readonly MemberView[]>([]);

export async function refreshMembers(): Promise<void> {
  if (!mayUse('members.read')) return;
  try {
    members.value = await listAllMembers(new AbortController().signal);
  } catch (error) {
    if (error instanceof SignedOut) clearSession();
    else showFailure(error);
  }
}

/** The id of the signed-in person. */
export function ownId(): string | null {
  const now = session.value;
  return now.state === 'signed-in' ? now.identity.user.id : null;
}

/** The name of a user; "You" for oneself, "Somebody" where the members are not known. */
export function nameOfUser(id: string): string {
  if (id === ownId()) return 'You';
  const member = members.value.find((each) => each.user_id === id);
  return member === undefined ? 'Somebody' : `${member.first_name} ${member.last_name}`.trim() || member.email;
}

effect(() => {
  if (session.value.state === 'signed-out') members.value = [];
});
