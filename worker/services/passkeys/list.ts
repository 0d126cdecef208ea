import type { PasskeyList } from '#core/contract/passkeys';
import { listPasskeys } from '#core/store/passkeys';
import type { SignedInContext } from '../context.ts';
import { ownPerson } from '../mfa/own-person.ts';
import { passkeyView } from './view.ts';

/** Returns the caller's passkeys, oldest first; their number is bounded. */
export async function listOwnPasskeys(context: SignedInContext): Promise<PasskeyList> {
  const { person } = await ownPerson(context);
  return { data: (await listPasskeys(context.dependencies.control, person.user.id)).map(passkeyView) };
}
