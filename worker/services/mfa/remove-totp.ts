import type { ReconfirmBody } from '#core/contract/mfa';
import { AppError } from '#core/platform/errors';
import { removeTotp } from '#core/store/second-factors';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { isSecondFactorRequired } from '../identity/complete-sign-in.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { ownPerson } from './own-person.ts';
import { reconfirm } from './reconfirm.ts';

/**
 * Removes the caller's authenticator app and, with the last factor, the recovery codes.
 * @throws AppError `conflict` if there is none, `mfa_required` if an organization requires the last one
 */
export async function removeOwnTotp(context: SignedInContext, body: ReconfirmBody): Promise<void> {
  const { person, session } = await ownPerson(context);
  const { user, factors, memberships } = person;
  const spend = await reconfirm(context, person, body);
  if (!factors.totp) throw new AppError('conflict', 'There is no authenticator app to remove.');
  const isLast = factors.passkeys === 0;
  if (isLast && memberships.some(isSecondFactorRequired))
    throw new AppError('mfa_required', 'One of your organizations requires a second factor. Add a passkey first.');
  const event = auditOf(context, 'second_factor.removed', { kind: 'user', id: user.id }, { method: 'totp' });
  const audit = { organizationId: session.organizationId, event };
  if (!(await removeTotp(context.dependencies.control, user.id, spend(), isLast, audit)))
    throw new AppError('conflict', 'This code has already been used. Enter the next one.');
  mailAccountChange(context, user, 'totp_removed');
}
