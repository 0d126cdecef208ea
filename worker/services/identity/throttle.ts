import { AppError } from '#core/platform/errors';
import { addressNetwork, isLoopback } from '#core/security/address-network';
import { sha256Hex } from '#core/security/digest';
import type { AttemptLimit } from '#core/store/open-session';
import { countAttempt, forgetEarlierAttempts, readAttempts } from '#core/store/sign-in-attempts';
import type { RequestContext } from '../context.ts';
import { tellStranger } from '../tell-stranger.ts';

/** What sign-ins of one e-mail from one address are counted under. */
export interface SignInSubjects {
  readonly email: string;
  /** Null where the platform names no address (on one machine). */
  readonly address: string | null;
}

export async function signInSubjects(context: RequestContext, emailNormalized: string): Promise<SignInSubjects> {
  return { email: await sha256Hex(`email:${emailNormalized}`), address: await addressSubject(context, 'sign-in') };
}

/**
 * Refuses when too many sign-ins failed in this window. Asked twice: before the password is hashed, to spare the CPU,
 * and again once it proved right, so that guesses made side by side get no further than guesses in a row.
 * @throws AppError `rate_limited`; the same whether or not the e-mail belongs to anybody.
 */
export async function refuseThrottledSignIn(context: RequestContext, subjects: SignInSubjects): Promise<void> {
  const counts = await readAttempts(context.dependencies.control, namesOf(subjects), windowStart(context));
  refuseTooMany(context, subjects, counts);
}

/** The same with counts that were read already. @throws AppError `rate_limited` */
export function refuseTooMany(
  context: RequestContext,
  subjects: SignInSubjects,
  counts: ReadonlyMap<string, number>,
): void {
  const { settings } = context.dependencies;
  const tooMany =
    (counts.get(subjects.email) ?? 0) >= settings.SIGN_IN_ATTEMPTS ||
    (subjects.address !== null && (counts.get(subjects.address) ?? 0) >= settings.SIGN_IN_ATTEMPTS_PER_ADDRESS);
  if (tooMany) throw throttled(context);
}

/** Statements for `batch`: one more failed sign-in. */
export const countFailedSignIn = (context: RequestContext, subjects: SignInSubjects) =>
  countFailures(context, namesOf(subjects));

/** The same limits as guards of the batch that opens the session. */
export function signInLimits(context: RequestContext, { email, address }: SignInSubjects): readonly AttemptLimit[] {
  const { settings } = context.dependencies;
  const start = windowStart(context);
  return [
    { subject: email, windowStart: start, most: settings.SIGN_IN_ATTEMPTS },
    ...(address === null
      ? []
      : [{ subject: address, windowStart: start, most: settings.SIGN_IN_ATTEMPTS_PER_ADDRESS }]),
  ];
}

/** Subjects of which none may have failed `most` times in this window. */
export interface Attempts {
  readonly subjects: readonly string[];
  readonly most: number;
}

/** @throws AppError `rate_limited` */
export async function refuseBeyond(context: RequestContext, { subjects, most }: Attempts): Promise<void> {
  const counts = await readAttempts(context.dependencies.control, subjects, windowStart(context));
  if (subjects.some((subject) => (counts.get(subject) ?? 0) >= most)) throw throttled(context);
}

/** Statements for `batch`: one more failure of each of these. */
export function countFailures(context: RequestContext, subjects: readonly string[]) {
  const { control } = context.dependencies;
  const start = windowStart(context);
  return [
    forgetEarlierAttempts(control, subjects, start),
    ...subjects.map((name) => countAttempt(control, name, start)),
  ] as const;
}

/** Counts a sign-in that this address begins without telling who it is. @throws AppError `rate_limited` */
export async function throttleChallenges(context: RequestContext): Promise<void> {
  const { control, settings } = context.dependencies;
  const subject = await addressSubject(context, 'challenge');
  if (subject === null) return;
  const [row] = await countAttempt(control, subject, windowStart(context));
  if (row && row.count > settings.CHALLENGES_PER_ADDRESS) throw throttled(context);
}

/** Counts a registration of this address, then refuses beyond the limit. @throws AppError `rate_limited` */
export async function throttleRegistration(context: RequestContext): Promise<void> {
  const { control, settings } = context.dependencies;
  const subject = await addressSubject(context, 'register');
  if (subject === null) return;
  const [row] = await countAttempt(control, subject, windowStart(context));
  if (row && row.count > settings.REGISTRATIONS_PER_ADDRESS) throw throttled(context);
}

export const namesOf = ({ email, address }: SignInSubjects): readonly string[] =>
  address === null ? [email] : [email, address];

/** Loopback is everybody on the machine and nobody in production, where the edge names the address: not counted. */
async function addressSubject(
  { ip }: RequestContext,
  purpose: 'sign-in' | 'register' | 'challenge',
): Promise<string | null> {
  return ip === null || isLoopback(ip) ? null : sha256Hex(`${purpose}:${addressNetwork(ip)}`);
}

const windowMs = ({ dependencies }: RequestContext): number =>
  Math.max(1, dependencies.settings.SIGN_IN_WINDOW_SECONDS) * 1000;

export function windowStart(context: RequestContext): number {
  const length = windowMs(context);
  return Math.floor(context.dependencies.now() / length) * length;
}

/** Counted as well: nobody's audit list tells of guesses that were not even looked at. */
function throttled(context: RequestContext): AppError {
  tellStranger(context, 'throttled');
  const end = windowStart(context) + windowMs(context);
  return new AppError('rate_limited', 'Too many attempts. Wait before the next one.', {
    retryAfterSeconds: Math.max(1, Math.ceil((end - context.dependencies.now()) / 1000)),
  });
}
