import { AppError } from '#core/platform/errors';
import { HashPacer } from '#core/security/hash-pacer';
import type { RequestContext } from '../context.ts';

/** One per isolate, like the thread it spares. */
const pacer = new HashPacer();

/** Waits for this request's turn to hash a password. @throws AppError `unavailable` when too many wait already. */
export async function awaitHashSlot({ dependencies }: RequestContext): Promise<void> {
  const { settings, now } = dependencies;
  const policy = {
    spacingMs: settings.PASSWORD_HASH_SPACING_MILLISECONDS,
    maxWaitMs: settings.PASSWORD_HASH_WAIT_MILLISECONDS,
  };
  const wait = pacer.reserve(policy, now());
  if (wait === null) {
    throw new AppError('unavailable', 'Too many people sign in at this moment. Try again shortly.', {
      retryAfterSeconds: Math.max(1, Math.ceil(policy.maxWaitMs / 2000)),
    });
  }
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
