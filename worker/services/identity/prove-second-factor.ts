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

/** User input: a code of the authenticator app, or a recovery code. */
export interface TypedFactor {
  readonly code?: string | undefined;
  readonly recovery_code?: string | undefined;
}

export interface ProvenFactor {
  readonly method: 'totp' | 'recovery_code';
  /** Statement that spends the code in the caller's batch. Changes a row for exactly one caller. */
  spend(isChained: boolean): Spending;
  /** The counted attempt, to be refunded or cleared on success. */
  readonly attempt: CountedAttempt;
}

/**
 * Verifies a second factor without spending it. Attempts are counted per user before verification, and failures are
 * recorded in the audit log. Above the limit even the correct code is refused until the window ends. Outsiders cannot
 * lock a user out this way, because the first factor comes before it.
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

/** Encryption purpose of an authenticator's secret. */
export const totpPurpose = (userId: UserId): string => `totp:${userId}`;
