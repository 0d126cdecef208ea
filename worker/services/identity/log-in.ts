import type { LoginBody } from '#core/contract/identity';
import { normalizeEmail } from '#core/domain/email';
import type { OrganizationId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { sha256Hex } from '#core/security/digest';
import { hashPassword, needsRehash, verifyPassword } from '#core/security/password';
import { type AuditEvent, insertAuditEvent } from '#core/store/audit';
import { findPersonByEmail, type MembershipRow, type PersonRow } from '#core/store/identity';
import { insertSession } from '#core/store/sessions';
import type { RequestContext } from '../context.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { newRefreshToken, type SignIn, signIn } from './issue-tokens.ts';
import { countFailedSignIn, refuseThrottledSignIn, type SignInSubjects, signInSubjects } from './throttle.ts';

/**
 * Signs in with e-mail and password. Whether the e-mail belongs to anybody shows neither in the answer nor in the
 * work done: unknown people, people without a password and suspended ones all cost one hash and get one answer.
 * @throws AppError `invalid_credentials`, `rate_limited`, `unavailable`, or `forbidden` for a person without organization.
 */
export async function logIn(context: RequestContext, body: LoginBody): Promise<SignIn> {
  const { control, settings, now } = context.dependencies;
  const emailNormalized = normalizeEmail(body.email);
  const subjects = await signInSubjects(context, emailNormalized);
  await refuseThrottledSignIn(context, subjects);
  const person = await findPersonByEmail(control, emailNormalized);
  const stored = person?.user.passwordHash ?? null;
  const right = await hashInTurn(context, () => verifyPassword(body.password, stored));
  if (!person || stored === null || !right || person.user.status !== 'active') {
    await recordFailure(context, subjects, person);
    throw new AppError('invalid_credentials', 'The e-mail or the password is wrong.');
  }
  await refuseThrottledSignIn(context, subjects);
  const membership = chooseOrganization(person.memberships, person.lastOrganizationId);
  if (!membership) throw new AppError('forbidden', 'This account belongs to no active organization.');

  const at = now();
  const refreshToken = newRefreshToken();
  const session = {
    id: newId('session', at),
    userId: person.user.id,
    organizationId: membership.organizationId,
    refreshHash: await sha256Hex(refreshToken),
    ip: context.ip,
    userAgent: context.userAgent,
    now: at,
    expiresAt: at + settings.REFRESH_TOKEN_SECONDS * 1000,
  };
  const rehash = needsRehash(stored)
    ? { rehash: { from: stored, to: await hashInTurn(context, () => hashPassword(body.password)) } }
    : {};
  await insertSession(control, session, eventOf(context, person, 'session.created', 'session', session.id, 'success'), {
    attemptsOf: subjects.email,
    ...rehash,
  });
  return signIn(context, person, membership, session.id, refreshToken);
}

/** The one the person last worked in, else the first they joined. */
export function chooseOrganization(
  memberships: readonly MembershipRow[],
  preferred: OrganizationId | null,
): MembershipRow | undefined {
  return memberships.find((each) => each.organizationId === preferred) ?? memberships[0];
}

/** Counts the failure; where there is an organization to tell, its audit list tells it. */
async function recordFailure(
  context: RequestContext,
  subjects: SignInSubjects,
  person: PersonRow | null,
): Promise<void> {
  const { control } = context.dependencies;
  const counted = countFailedSignIn(context, subjects);
  const [membership] = person?.memberships ?? [];
  if (!person || !membership) {
    await control.batch(counted);
    return;
  }
  const event = eventOf(context, person, 'session.refused', 'user', person.user.id, 'failure');
  await control.batch([...counted, insertAuditEvent(control, membership.organizationId, event)]);
}

function eventOf(
  context: RequestContext,
  person: PersonRow,
  action: string,
  targetKind: string,
  targetId: string,
  outcome: AuditEvent['outcome'],
): AuditEvent {
  const { requestId, ip, userAgent, dependencies } = context;
  return {
    actorKind: 'user',
    actorId: person.user.id,
    action,
    targetKind,
    targetId,
    outcome,
    requestId,
    ip,
    userAgent,
    occurredAt: dependencies.now(),
  };
}
