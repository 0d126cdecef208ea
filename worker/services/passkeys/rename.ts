import type { PasskeyView } from '#core/contract/passkeys';
import { listPasskeys, renamePasskey } from '#core/store/passkeys';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { ownPerson } from '../mfa/own-person.ts';
import { noPasskey } from './remove.ts';
import { passkeyView } from './view.ts';

/** @throws AppError `not_found` for anything that is not a passkey of the caller */
export async function renameOwnPasskey(context: SignedInContext, id: string, name: string): Promise<PasskeyView> {
  const { person, session } = await ownPerson(context);
  const { control } = context.dependencies;
  const passkey = (await listPasskeys(control, person.user.id)).find((each) => each.id === id);
  if (!passkey) throw noPasskey();
  const event = auditOf(context, 'passkey.renamed', { kind: 'passkey', id }, { name: passkey.name }, { name });
  const audit = { organizationId: session.organizationId, event };
  if (!(await renamePasskey(control, person.user.id, id, name, audit))) throw noPasskey();
  return passkeyView({ ...passkey, name });
}
