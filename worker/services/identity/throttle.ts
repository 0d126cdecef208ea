import { AppError } from '#core/platform/errors';
import { addressNetwork, isLoopback } from '#core/security/address-network';
import { sha256Hex } from '#core/security/digest';
import {
  type AttemptLimit,
  type CountedAttempt,
  claimAttempt,
  isCounted,
  refundAttempt,
} from '#core/store/sign-in-attempts';
import type { RequestContext } from '../context.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';

/** What sign-ins with one e-mail from one network are counted under. The network is left out on one machine. */
export async function signInLimits(
  context: RequestContext,
  emailNormalized: string,
): Promise<readonly [AttemptLimit, ...AttemptLimit[]]> {
  const { settings } = context.dependencies;
  const email = { subject: await signInSubject(emailNormalized), most: settings.SIGN_IN_ATTEMPTS };
  const network = await networkSubject(context, 'sign-in');
  return network === null ? [email] : [email, { subject: network, most: settings.SIGN_IN_ATTEMPTS_PER_ADDRESS }];
}

export const signInSubject = (emailNormalized: string): Promise<string> => sha256Hex(`email:${emailNormalized}`);

/** What second factors of one person are counted under. */
export async function secondFactorLimits(
  { dependencies }: RequestContext,
  userId: string,
): Promise<readonly [AttemptLimit]> {
  return [{ subject: await sha256Hex(`mfa:${userId}`), most: dependencies.settings.MFA_ATTEMPTS }];
}

/**
 * Counts an attempt before it is evaluated; refuses it, uncounted, when one of the limits is reached. Whoever proves
 * right afterwards is given the attempt back.
 * @throws AppError `rate_limited`
 */
export async function beginAttempt(context: RequestContext, limits: readonly AttemptLimit[]): Promise<CountedAttempt> {
  const attempt = attemptAt(context, limits);
  if (limits.length === 0) return attempt;
  const { control } = context.dependencies;
  const results = await control.batch(claimAttempt(control, limits, attempt.windowStart));
  if (!isCounted(results, limits)) throw throttled(context);
  return attempt;
}

/** The attempt that is counted at these limits in the present window. */
export const attemptAt = (context: RequestContext, limits: readonly AttemptLimit[]): CountedAttempt => ({
  windowStart: windowStart(context),
  subjects: limits.map(({ subject }) => subject),
});

/** Gives an attempt back: it succeeded, or it was never evaluated. */
export async function giveBack({ dependencies }: RequestContext, attempt: CountedAttempt): Promise<void> {
  if (attempt.subjects.length > 0) await refundAttempt(dependencies.control, attempt);
}

/** Runs what an attempt was counted for; gives the attempt back when it could not be evaluated. */
export async function evaluate<T>(
  context: RequestContext,
  attempt: CountedAttempt,
  check: () => Promise<T>,
): Promise<T> {
  try {
    return await check();
  } catch (error) {
    await giveBack(context, attempt);
    throw error;
  }
}

/** Counts a sign-in that this network begins without telling who it is. @throws AppError `rate_limited` */
export async function throttleChallenges(context: RequestContext): Promise<void> {
  await throttleNetwork(context, 'challenge', context.dependencies.settings.CHALLENGES_PER_ADDRESS);
}

/** Counts a registration of this network. @throws AppError `rate_limited` */
export async function throttleRegistration(context: RequestContext): Promise<void> {
  await throttleNetwork(context, 'register', context.dependencies.settings.REGISTRATIONS_PER_ADDRESS);
}

/**
 * What the token of a mailed link leads to. Tokens that lead nowhere are counted per network, so that made-up ones cost
 * neither queries nor password hashes without end. @throws AppError `rate_limited`
 */
export async function findByLink<T>(context: RequestContext, find: () => Promise<T | null>): Promise<T | null> {
  const attempt = await throttleNetwork(context, 'link', context.dependencies.settings.LINK_ATTEMPTS_PER_ADDRESS);
  const found = await evaluate(context, attempt, find);
  if (found !== null) await giveBack(context, attempt);
  return found;
}

async function throttleNetwork(context: RequestContext, purpose: NetworkPurpose, most: number) {
  const subject = await networkSubject(context, purpose);
  return beginAttempt(context, subject === null ? [] : [{ subject, most }]);
}

type NetworkPurpose = 'sign-in' | 'register' | 'challenge' | 'link';

/** Loopback is everybody on the machine and nobody in production, where the edge names the address: not counted. */
async function networkSubject({ ip }: RequestContext, purpose: NetworkPurpose): Promise<string | null> {
  return ip === null || isLoopback(ip) ? null : sha256Hex(`${purpose}:${addressNetwork(ip)}`);
}

const windowMs = ({ dependencies }: RequestContext): number =>
  Math.max(1, dependencies.settings.SIGN_IN_WINDOW_SECONDS) * 1000;

export function windowStart(context: RequestContext): number {
  const length = windowMs(context);
  return Math.floor(context.dependencies.now() / length) * length;
}

/** Counted as well: nobody's audit log tells of guesses that were not even looked at. */
export function throttled(context: RequestContext): AppError {
  reportAnonymousRefusal(context, 'throttled');
  const end = windowStart(context) + windowMs(context);
  return new AppError('rate_limited', 'Too many attempts. Try again later.', {
    retryAfterSeconds: Math.max(1, Math.ceil((end - context.dependencies.now()) / 1000)),
  });
}
