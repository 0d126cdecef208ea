import type { ReconfirmBody } from '#core/contract/mfa';
import { AppError } from '#core/platform/errors';
import { deletePasskey, listPasskeys } from '#core/store/passkeys';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { isSecondFactorRequired } from '../identity/complete-sign-in.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { ownPerson } from '../mfa/own-person.ts';
import { reconfirm } from '../mfa/reconfirm.ts';

/**
 * Removes one of the caller's passkeys and, with the last factor, the recovery codes.
 * @throws AppError `not_found`, `mfa_required` if an organization requires the last one, `conflict`
 */
export async function removeOwnPasskey(context: SignedInContext, id: string, body: ReconfirmBody): Promise<void> {
  const { person, session } = await ownPerson(context);
  const { control } = context.dependencies;
  const { user, factors, memberships } = person;
  const spend = await reconfirm(context, person, body);
  const passkey = (await listPasskeys(control, user.id)).find((each) => each.id === id);
  if (!passkey) throw noPasskey();
  const isLast = !factors.totp && factors.passkeys === 1;
  if (isLast && memberships.some(isSecondFactorRequired))
    throw new AppError('mfa_required', 'One of your organizations requires a second factor. Add another one first.');
  const event = auditOf(
    context,
    'second_factor.removed',
    { kind: 'passkey', id },
    { method: 'passkey', name: passkey.name },
  );
  const audit = { organizationId: session.organizationId, event };
  if (!(await deletePasskey(control, user.id, id, spend(), isLast, audit)))
    throw new AppError('conflict', 'This code has already been used. Enter the next one.');
  mailAccountChange(context, user, 'passkey_removed');
}

export const noPasskey = (): AppError => new AppError('not_found', 'There is no such passkey.');
