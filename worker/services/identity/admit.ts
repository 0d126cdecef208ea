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

/** What a sign-in came to: tokens, or one more step that the token behind it is good for. */
export type Admission =
  | { readonly kind: 'signed_in'; readonly signIn: SignIn }
  | { readonly kind: 'second_factor'; readonly token: string; readonly methods: readonly SecondFactorMethod[] }
  | { readonly kind: 'set_up'; readonly token: string }
  /** Nothing is missing but an organization; the token is good for joining one by an invitation. */
  | { readonly kind: 'no_organization'; readonly token: string; readonly email: string };

export interface Entry extends Opening {
  /** What was proved, for the audit line, for example `password+totp`. */
  readonly method: string;
  /** True when both factors were proved. */
  readonly isTwoFactor: boolean;
}

/**
 * The one gate behind every way of signing in: whoever proved something gets tokens only once nothing is missing. No
 * session exists before the second factor.
 * @throws AppError `approval_pending`, `email_unverified`; `conflict` when the proof was used up meanwhile.
 */
export async function admit(context: RequestContext, person: SigningInPerson, entry: Entry): Promise<Admission> {
  await refuseUnready(context, person);
  const membership = chooseOrganization(person.memberships, person.lastOrganizationId);
  if (!entry.isTwoFactor) {
    const missing = await askForMore(context, person, membership, entry.spending);
    if (missing) return missing;
  }
  if (!membership) return waitForInvitation(context, person, entry);
  return { kind: 'signed_in', signIn: await enter(context, person, membership, entry) };
}

/**
 * The step that is still missing for this membership, or for a person without one; null when a single factor is enough.
 * `spending` must still hold for the token of that step to be given out.
 */
export async function askForMore(
  context: RequestContext,
  person: Pick<PersonRow, 'factors'> & { readonly user: { readonly id: UserId } },
  membership: MembershipRow | undefined,
  spending: Opening['spending'] = [],
): Promise<Admission | null> {
  const { totp, passkeys } = person.factors;
  if (totp || passkeys > 0) {
    const methods = [...(passkeys > 0 ? ['passkey' as const] : []), ...(totp ? ['totp' as const] : [])];
    const token = await goOn(context, person.user.id, 'second_factor', { spending, forgets: [] });
    return { kind: 'second_factor', token, methods: [...methods, 'recovery_code'] };
  }
  if (!membership || !isMembershipDemanding(membership)) return null;
  const token = await goOn(context, person.user.id, 'second_factor_setup', { spending, forgets: [] });
  return { kind: 'set_up', token };
}

/** The token of the next step, given out only while what was proved so far still holds. @throws AppError `conflict` */
async function goOn(
  { dependencies }: RequestContext,
  userId: UserId,
  purpose: ChallengePurpose,
  opening: Pick<Opening, 'spending' | 'forgets' | 'also'>,
): Promise<string> {
  const lifetime = dependencies.settings.MFA_TOKEN_SECONDS;
  const { token, challenge } = await newChallenge(dependencies, purpose, userId, lifetime);
  if (!(await openChallenge(dependencies.control, challenge, opening))) throw usedUp();
  return token;
}

/** Somebody removed from their last organization still is who they are: an invitation lets them into the next one. */
async function waitForInvitation(context: RequestContext, { user }: SigningInPerson, entry: Entry): Promise<Admission> {
  return { kind: 'no_organization', token: await goOn(context, user.id, 'no_organization', entry), email: user.email };
}

export const hasSecondFactor = ({ factors }: Pick<PersonRow, 'factors'>): boolean =>
  factors.totp || factors.passkeys > 0;

export function isMembershipDemanding({ mfaDemand, role, customPermissions }: MembershipRow): boolean {
  return isMfaDemanded(mfaDemand, permissionsOf(role, customPermissions));
}

async function enter(
  context: RequestContext,
  person: SigningInPerson,
  membership: MembershipRow,
  entry: Entry,
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
    method: entry.method,
  });
  if (!(await openSession(control, session, event, entry))) throw usedUp();
  return signIn(context, person, membership, session.id, refreshToken);
}

const usedUp = (): AppError => new AppError('conflict', 'Another sign-in has already used this. Sign in again.');
