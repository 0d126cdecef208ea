import type { UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { recoveryCodeHash } from '#core/security/recovery-code';
import { unseal } from '#core/security/seal';
import { fromBase32, matchTotp } from '#core/security/totp';
import { insertAuditEvent } from '#core/store/audit';
import type { PersonAudit } from '#core/store/one-time-tokens';
import type { Spending } from '#core/store/open-session';
import { isRecoveryCodeLeft, readSecondFactors, spendRecoveryCode, spendTotpStep } from '#core/store/second-factors';
import type { RequestContext } from '../context.ts';
import { type Attempts, countFailures, refuseBeyond } from './throttle.ts';

/** What a person typed: a code of the authenticator app, or one of the recovery codes. */
export interface TypedFactor {
  readonly code?: string | undefined;
  readonly recovery_code?: string | undefined;
}

export interface ProvenFactor {
  readonly method: 'totp' | 'recovery_code';
  /** Uses the code up, for the batch of what it is needed for. Changes a row for one caller only. */
  spend(isChained: boolean): Spending;
  /** What was counted against guessing, to be forgotten on success. */
  readonly subject: string;
}

/**
 * Checks a second factor without using it up. Wrong ones are counted per person and told to the audit list; beyond the
 * limit even the right one is refused until the window ends. A stranger cannot bring that about: it takes the first
 * factor to get here.
 * @throws AppError `mfa_code_invalid`, `rate_limited`
 */
export async function proveSecondFactor(
  context: RequestContext,
  userId: UserId,
  typed: TypedFactor,
  refusal: PersonAudit | null,
): Promise<ProvenFactor> {
  const { control, now, settings } = context.dependencies;
  const attempts: Attempts = { subjects: [await sha256Hex(`mfa:${userId}`)], most: settings.MFA_ATTEMPTS };
  await refuseBeyond(context, attempts);
  const [subject = ''] = attempts.subjects;
  if (typed.recovery_code !== undefined) {
    const hash = await recoveryCodeHash(userId, typed.recovery_code);
    if (await isRecoveryCodeLeft(control, userId, hash)) {
      const spend = (isChained: boolean) => spendRecoveryCode(control, userId, hash, now(), isChained);
      return { method: 'recovery_code', spend, subject };
    }
  } else {
    const step = await matchingStep(context, userId, typed.code ?? '');
    if (step !== null) {
      return { method: 'totp', spend: (isChained) => spendTotpStep(control, userId, step, isChained), subject };
    }
  }
  await control.batch([
    ...countFailures(context, attempts.subjects),
    ...(refusal ? [insertAuditEvent(control, refusal.organizationId, refusal.event)] : []),
  ]);
  throw new AppError('mfa_code_invalid', 'This code is wrong, too old, or was used already.');
}

async function matchingStep(context: RequestContext, userId: UserId, code: string): Promise<number | null> {
  const { control, now, sealingKeys } = context.dependencies;
  const { totp } = await readSecondFactors(control, userId);
  if (!totp || totp.confirmedAt === null) return null;
  const secret = fromBase32(await unseal(sealingKeys, totpPurpose(userId), totp.sealedSecret));
  return matchTotp(secret, code, now(), totp.lastStep);
}

/** What the secret of an authenticator is sealed for. */
export const totpPurpose = (userId: UserId): string => `totp:${userId}`;
