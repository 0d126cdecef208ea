import type { UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { recoveryCodeHash } from '#core/security/recovery-code';
import { unseal } from '#core/security/seal';
import { fromBase32, matchTotp } from '#core/security/totp';
import { recordEvent } from '#core/store/audit';
import type { PersonAudit } from '#core/store/one-time-tokens';
import type { Spending } from '#core/store/open-session';
import { isRecoveryCodeLeft, readSecondFactors, spendRecoveryCode, spendTotpStep } from '#core/store/second-factors';
import type { CountedAttempt } from '#core/store/sign-in-attempts';
import type { RequestContext } from '../context.ts';
import { beginAttempt, evaluate, secondFactorLimits } from './throttle.ts';

/** What a person typed: a code of the authenticator app, or one of the recovery codes. */
export interface TypedFactor {
  readonly code?: string | undefined;
  readonly recovery_code?: string | undefined;
}

export interface ProvenFactor {
  readonly method: 'totp' | 'recovery_code';
  /** Uses the code up, for the batch of what it is needed for. Changes a row for one caller only. */
  spend(isChained: boolean): Spending;
  /** What was counted against guessing, to be given back or forgotten on success. */
  readonly attempt: CountedAttempt;
}

/**
 * Checks a second factor without using it up. Attempts are counted per person before they are evaluated, wrong ones
 * are told in the audit log; beyond the limit even the right one is refused until the window ends. A stranger cannot
 * bring that about: it takes the first factor to get here.
 * @throws AppError `mfa_code_invalid`, `rate_limited`
 */
export async function proveSecondFactor(
  context: RequestContext,
  userId: UserId,
  typed: TypedFactor,
  refusal: PersonAudit | null,
): Promise<ProvenFactor> {
  const { control } = context.dependencies;
  const attempt = await beginAttempt(context, await secondFactorLimits(context, userId));
  const proven = await evaluate(context, attempt, () => match(context, userId, typed));
  if (proven) return { ...proven, attempt };
  if (refusal) await recordEvent(control, refusal.organizationId, refusal.event);
  throw new AppError('mfa_code_invalid', 'The code is incorrect, has expired, or has already been used.');
}

async function match(
  context: RequestContext,
  userId: UserId,
  typed: TypedFactor,
): Promise<Omit<ProvenFactor, 'attempt'> | null> {
  const { control, now } = context.dependencies;
  if (typed.recovery_code !== undefined) {
    const hash = await recoveryCodeHash(userId, typed.recovery_code);
    if (!(await isRecoveryCodeLeft(control, userId, hash))) return null;
    return {
      method: 'recovery_code',
      spend: (isChained) => spendRecoveryCode(control, userId, hash, now(), isChained),
    };
  }
  const step = await matchingStep(context, userId, typed.code ?? '');
  if (step === null) return null;
  return { method: 'totp', spend: (isChained) => spendTotpStep(control, userId, step, isChained) };
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
