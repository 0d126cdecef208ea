import { AppError } from '#core/platform/errors';
import { HashGate } from '#core/security/hash-gate';
import type { RequestContext } from '../context.ts';

/** One per isolate, since an isolate has one thread. */
const gate = new HashGate();

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs a hash or verification when its turn comes. @throws AppError `unavailable` if too many requests are waiting */
export async function hashInTurn<T>({ dependencies }: RequestContext, hash: () => Promise<T>): Promise<T> {
  const { settings, now } = dependencies;
  const policy = {
    restMs: settings.PASSWORD_HASH_REST_MILLISECONDS,
    maxWaitMs: settings.PASSWORD_HASH_WAIT_MILLISECONDS,
  };
  const result = await gate.run(policy, { now, sleep }, hash);
  if (result.ok) return result.value;
  throw new AppError('unavailable', 'Too many sign-ins are in progress. Try again shortly.', {
    retryAfterSeconds: Math.max(1, Math.ceil(policy.maxWaitMs / 2000)),
  });
}
