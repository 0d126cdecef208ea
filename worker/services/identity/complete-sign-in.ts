import type { UserId } from '#core/domain/id';
import { isMfaDemanded } from '#core/domain/mfa';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { sha256Hex } from '#core/security/digest';
import type { MembershipRow, PersonRow, SigningInPerson } from '#core/store/identity';
import { type Opening, openChallenge, openSession } from '#core/store/open-session';
import type { ChallengePurpose } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { newChallenge } from './challenge.ts';
import { chooseOrganization } from './choose-organization.ts';
import { permissionsOf } from './identity-view.ts';
import { newRefreshToken, type SignIn, signIn } from './issue-tokens.ts';
import { personEvent } from './person-event.ts';
import { refuseUnready } from './refuse-unready.ts';

export type SecondFactorMethod = 'totp' | 'recovery_code' | 'passkey';

/** Outcome of a sign-in: tokens, or the token for the step that is still required. */
export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly signIn: SignIn }
  | { readonly kind: 'second_factor'; readonly token: string; readonly methods: readonly SecondFactorMethod[] }
  | { readonly kind: 'set_up'; readonly token: string }
  /** The user belongs to no organization; the token allows joining one with an invitation. */
  | { readonly kind: 'no_organization'; readonly token: string; readonly email: string };

export interface SignInProof extends Opening {
  /** Authentication method for the audit event, for example `password+totp`. */
  readonly method: string;
  /** True if both factors were verified. */
  readonly isTwoFactor: boolean;
}

/**
 * Completes every kind of sign-in: opens a session, or returns the step that is still required. No session exists before
 * the second factor.
 * @throws AppError `approval_pending`, `email_unverified`; `conflict` if the proof has been used in the meantime
 */
export async function completeSignIn(
  context: RequestContext,
  person: SigningInPerson,
  proof: SignInProof,
): Promise<SignInOutcome> {
  await refuseUnready(context, person);
  const membership = chooseOrganization(person.memberships, person.lastOrganizationId);
  if (!proof.isTwoFactor) {
    const missing = await nextSignInStep(context, person, membership, proof.spending);
    if (missing) return missing;
  }
  if (!membership) return awaitInvitation(context, person, proof);
  return { kind: 'signed_in', signIn: await startSession(context, person, membership, proof) };
}

/**
 * Returns the step a sign-in still requires, or null if one factor is enough. The token of that step is issued only if
 * the conditions in `spending` still hold.
 */
export async function nextSignInStep(
  context: RequestContext,
  person: Pick<PersonRow, 'factors'> & { readonly user: { readonly id: UserId } },
  membership: MembershipRow | undefined,
  spending: Opening['spending'] = [],
): Promise<SignInOutcome | null> {
  const { totp, passkeys } = person.factors;
  if (totp || passkeys > 0) {
    const methods = [...(passkeys > 0 ? ['passkey' as const] : []), ...(totp ? ['totp' as const] : [])];
    const token = await issueStepToken(context, person.user.id, 'second_factor', { spending, forgets: [] });
    return { kind: 'second_factor', token, methods: [...methods, 'recovery_code'] };
  }
  if (!membership || !isSecondFactorRequired(membership)) return null;
  const token = await issueStepToken(context, person.user.id, 'second_factor_setup', { spending, forgets: [] });
  return { kind: 'set_up', token };
}

/** Issues the token of the next step if the proof is still valid. @throws AppError `conflict` */
async function issueStepToken(
  { dependencies }: RequestContext,
  userId: UserId,
  purpose: ChallengePurpose,
  opening: Pick<Opening, 'spending' | 'forgets' | 'also'>,
): Promise<string> {
  const lifetime = dependencies.settings.MFA_TOKEN_SECONDS;
  const { token, challenge } = await newChallenge(dependencies, purpose, userId, lifetime);
  if (!(await openChallenge(dependencies.control, challenge, opening))) throw alreadyUsed();
  return token;
}

/** A user removed from their last organization can still join another one with an invitation. */
async function awaitInvitation(
  context: RequestContext,
  { user }: SigningInPerson,
  proof: SignInProof,
): Promise<SignInOutcome> {
  return {
    kind: 'no_organization',
    token: await issueStepToken(context, user.id, 'no_organization', proof),
    email: user.email,
  };
}

export const hasSecondFactor = ({ factors }: Pick<PersonRow, 'factors'>): boolean =>
  factors.totp || factors.passkeys > 0;

export function isSecondFactorRequired({ mfaDemand, role, customPermissions }: MembershipRow): boolean {
  return isMfaDemanded(mfaDemand, permissionsOf(role, customPermissions));
}

async function startSession(
  context: RequestContext,
  person: SigningInPerson,
  membership: MembershipRow,
  proof: SignInProof,
): Promise<SignIn> {
  const { control, settings, now } = context.dependencies;
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
  const event = personEvent(context, person.user.id, 'session.created', { kind: 'session', id: session.id }, null, {
    method: proof.method,
  });
  if (!(await openSession(control, session, event, proof))) throw alreadyUsed();
  return signIn(context, person, membership, session.id, refreshToken);
}

const alreadyUsed = (): AppError => new AppError('conflict', 'Another sign-in has already used this. Sign in again.');
