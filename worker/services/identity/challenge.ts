import type { UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { randomToken, sha256Hex } from '#core/security/digest';
import { type Challenge, type ChallengePurpose, findChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';

/** Makes the token recognizable to people and secret scanners. */
const TOKEN_PREFIX = 'nc_mfa_';
const TOKEN_BYTES = 32;

/** Returns a token that continues this user's pending sign-in, and the hash that is stored. */
export async function newChallenge(
  { now }: Pick<RequestContext['dependencies'], 'now'>,
  purpose: ChallengePurpose,
  userId: UserId,
  lifetimeSeconds: number,
): Promise<{ readonly token: string; readonly challenge: Challenge }> {
  const token = `${TOKEN_PREFIX}${randomToken(TOKEN_BYTES)}`;
  const createdAt = now();
  const expiresAt = createdAt + lifetimeSeconds * 1000;
  return {
    token,
    challenge: { hash: await sha256Hex(token), purpose, userId, sealedData: null, createdAt, expiresAt },
  };
}

/** Returns the pending sign-in of a token. @throws AppError `unauthenticated`, the same for every reason */
export async function continueChallenge(
  context: RequestContext,
  purpose: ChallengePurpose,
  token: string,
): Promise<Challenge & { readonly userId: UserId }> {
  const { control, now } = context.dependencies;
  const found = await findChallenge(control, await sha256Hex(token), purpose, now());
  if (found?.userId == null) {
    reportAnonymousRefusal(context, 'second_step');
    throw signInAnew();
  }
  return { ...found, userId: found.userId };
}

export const signInAnew = (): AppError =>
  new AppError('unauthenticated', 'This sign-in has expired or is already complete. Start again.');
