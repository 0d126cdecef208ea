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

/** Subjects that count sign-ins with one email from one network. On a local machine the network is omitted. */
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

/** Subjects that count second-factor attempts of one user. */
export async function secondFactorLimits(
  { dependencies }: RequestContext,
  userId: string,
): Promise<readonly [AttemptLimit]> {
  return [{ subject: await sha256Hex(`mfa:${userId}`), most: dependencies.settings.MFA_ATTEMPTS }];
}

/**
 * Counts an attempt before it is evaluated; refuses it without counting if a limit is reached. Successful attempts are
 * refunded afterwards.
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

/** Returns the attempt counted at these limits in the current window. */
export const attemptAt = (context: RequestContext, limits: readonly AttemptLimit[]): CountedAttempt => ({
  windowStart: windowStart(context),
  subjects: limits.map(({ subject }) => subject),
});

/** Refunds an attempt that succeeded or was never evaluated. */
export async function giveBack({ dependencies }: RequestContext, attempt: CountedAttempt): Promise<void> {
  if (attempt.subjects.length > 0) await refundAttempt(dependencies.control, attempt);
}

/** Evaluates a counted attempt; refunds it if the evaluation fails to run. */
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

/** Counts a sign-in by this network that does not name a user. @throws AppError `rate_limited` */
export async function throttleChallenges(context: RequestContext): Promise<void> {
  await throttleNetwork(context, 'challenge', context.dependencies.settings.CHALLENGES_PER_ADDRESS);
}

/** Counts a registration from this network. @throws AppError `rate_limited` */
export async function throttleRegistration(context: RequestContext): Promise<void> {
  await throttleNetwork(context, 'register', context.dependencies.settings.REGISTRATIONS_PER_ADDRESS);
}

/**
 * Resolves the token of an emailed link. Invalid tokens are counted per network, to limit the queries and password
 * hashes they can cause. @throws AppError `rate_limited`
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

/**
 * Loopback addresses are not counted: locally they are shared by everyone, and in production the edge provides the
 * client address.
 */
async function networkSubject({ ip }: RequestContext, purpose: NetworkPurpose): Promise<string | null> {
  return ip === null || isLoopback(ip) ? null : sha256Hex(`${purpose}:${addressNetwork(ip)}`);
}

const windowMs = ({ dependencies }: RequestContext): number =>
  Math.max(1, dependencies.settings.SIGN_IN_WINDOW_SECONDS) * 1000;

export function windowStart(context: RequestContext): number {
  const length = windowMs(context);
  return Math.floor(context.dependencies.now() / length) * length;
}

/** Counted too, because guesses that are not evaluated appear in no audit log. */
export function throttled(context: RequestContext): AppError {
  reportAnonymousRefusal(context, 'throttled');
  const end = windowStart(context) + windowMs(context);
  return new AppError('rate_limited', 'Too many attempts. Try again later.', {
    retryAfterSeconds: Math.max(1, Math.ceil((end - context.dependencies.now()) / 1000)),
  });
}
