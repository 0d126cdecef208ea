import type { ReconfirmBody } from '#core/contract/mfa';
import { AppError } from '#core/platform/errors';
import { replaceRecoveryCodes } from '#core/store/second-factors';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { hasSecondFactor } from '../identity/complete-sign-in.ts';
import { whyUnchanged } from '../identity/require-session.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { makeRecoveryCodes } from './confirm-totp.ts';
import { ownPerson } from './own-person.ts';
import { reconfirm } from './reconfirm.ts';

/** Replaces the caller's recovery codes. @throws AppError `conflict` without a second factor */
export async function renewRecoveryCodes(context: SignedInContext, body: ReconfirmBody): Promise<readonly string[]> {
  const { person, session } = await ownPerson(context);
  const spend = await reconfirm(context, person, body);
  if (!hasSecondFactor(person)) throw new AppError('conflict', 'Set up a second factor first.');
  const codes = await makeRecoveryCodes(context, person.user.id);
  const event = auditOf(context, 'recovery_codes.replaced', { kind: 'user', id: person.user.id });
  const audit = { organizationId: session.organizationId, event };
  const { control } = context.dependencies;
  if (!(await replaceRecoveryCodes(control, person.user.id, codes.hashes, spend(), audit)))
    throw await whyUnchanged(
      context,
      () => new AppError('conflict', 'This code has already been used. Enter the next one.'),
    );
  mailAccountChange(context, person.user, 'recovery_codes_replaced');
  return codes.shown;
}
