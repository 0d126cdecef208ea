import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { findActivePerson } from '#core/store/identity';
import { findRefreshToken, revokeSession, rotateRefreshToken } from '#core/store/sessions';
import type { RequestContext } from '../context.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';
import { chooseOrganization } from './choose-organization.ts';
import { hasSecondFactor, isSecondFactorRequired } from './complete-sign-in.ts';
import { newRefreshToken, type SignIn, signIn } from './issue-tokens.ts';
import { sessionsEnded } from './session-liveness.ts';

/**
 * Exchanges a refresh token for a new pair and spends the old one (RFC 9700 §4.14: rotation with reuse detection).
 * Reuse of a spent token means it was copied, and ends the whole session. Within a short grace period it is assumed to
 * come from a second tab of the same browser, which is told to read the new token.
 * @throws AppError `unauthenticated`, or `token_spent` within the grace period
 */
export async function refreshSession(context: RequestContext, presented: string): Promise<SignIn> {
  const { control, settings, now } = context.dependencies;
  const at = now();
  const hash = await sha256Hex(presented);
  const replacement = newRefreshToken();
  const owner = await rotateRefreshToken(control, {
    hash,
    replacementHash: await sha256Hex(replacement),
    now: at,
    expiresAt: at + settings.REFRESH_TOKEN_SECONDS * 1000,
  });
  if (!owner) throw await refuseSpent(context, hash);
  const person = await findActivePerson(control, owner.userId);
  const membership = person && chooseOrganization(person.memberships, owner.organizationId);
  if (!person || !membership) throw signInAgain();
  // The second factor became required after this session started: the next sign-in leads to its setup.
  if (isSecondFactorRequired(membership) && !hasSecondFactor(person)) throw signInAgain();
  return signIn(context, person, membership, owner.sessionId, replacement);
}

async function refuseSpent(context: RequestContext, hash: string): Promise<AppError> {
  const { control, settings, now, log } = context.dependencies;
  const found = await findRefreshToken(control, hash);
  if (!found) reportAnonymousRefusal(context, 'refresh_token');
  if (!found || found.revokedAt !== null || found.usedAt === null) return signInAgain();
  if (now() - found.usedAt <= settings.REFRESH_GRACE_SECONDS * 1000) {
    return new AppError('token_spent', 'This refresh token has just been used. Use its replacement.');
  }
  log.warn('refresh token reused, session revoked', { session_id: found.sessionId });
  await revokeSession(control, found, 'reuse', {
    actorKind: 'user',
    actorId: found.userId,
    action: 'session.revoked',
    targetKind: 'session',
    targetId: found.sessionId,
    outcome: 'success',
    requestId: context.requestId,
    ip: context.ip,
    userAgent: context.userAgent,
    changes: { reason: [null, 'reuse'] },
    occurredAt: now(),
  });
  sessionsEnded(context, found.userId, [found.sessionId]);
  return signInAgain();
}

const signInAgain = (): AppError => new AppError('unauthenticated', 'This session has ended. Sign in again.');
