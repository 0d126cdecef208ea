import { session } from '../../state/session.ts';

/** The id of the signed-in person; drafts are kept per person. */
export function ownId(): string {
  const now = session.peek();
  return now.state === 'signed-in' ? now.identity.user.id : '';
}
