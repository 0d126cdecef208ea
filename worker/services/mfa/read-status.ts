import type { MfaStatus } from '#core/contract/mfa';
import { readSecondFactors } from '#core/store/second-factors';
import type { SignedInContext } from '../context.ts';
import { isSecondFactorRequired } from '../identity/complete-sign-in.ts';
import { ownPerson } from './own-person.ts';

/** Returns the caller's second factors. @throws AppError `forbidden` for an API key */
export async function readMfaStatus(context: SignedInContext): Promise<MfaStatus> {
  const { person } = await ownPerson(context);
  const { totp, recoveryCodesLeft } = await readSecondFactors(context.dependencies.control, person.user.id);
  const confirmedAt = totp?.confirmedAt ?? null;
  return {
    totp: confirmedAt !== null,
    totp_confirmed_at: confirmedAt === null ? null : new Date(confirmedAt).toISOString(),
    passkeys: person.factors.passkeys,
    recovery_codes_left: recoveryCodesLeft,
    has_password: person.user.passwordHash !== null,
    demanded: person.memberships.some(isSecondFactorRequired),
  };
}
