import type { RegisterBody } from '#core/contract/identity';
import { normalizeEmail } from '#core/domain/email';
import { slugOf } from '#core/domain/slug';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import type { SignInPolicy } from '#core/platform/sign-in-policy';
import { sha256Hex } from '#core/security/digest';
import { hashPassword } from '#core/security/password';
import { findActivePerson, findTaken } from '#core/store/identity';
import { insertOwner } from '#core/store/registration';
import type { RequestContext } from '../context.ts';
import { withEnding } from '../organizations/slug-ending.ts';
import { checkNewPassword } from './check-password.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { newRefreshToken, type SignIn, signIn } from './issue-tokens.ts';
import { mailEmailConfirmation } from './mail-email-confirmation.ts';
import { throttleRegistration } from './throttle.ts';

/** Slugs tried before giving up: the plain one, then with random endings. */
const SLUG_ATTEMPTS = 4;

/** Somebody registered: signed in, or told what to wait for. */
export type Registration =
  | { readonly kind: 'signed_in'; readonly signIn: SignIn }
  | { readonly kind: 'waiting'; readonly waitsFor: 'approval' | 'email_verification' };

/**
 * A new person with an organization of their own. Where accounts need approval or a confirmed address nobody is signed
 * in yet. @throws AppError `registration_closed`, `conflict` when the e-mail is taken
 */
export async function register(context: RequestContext, body: RegisterBody): Promise<Registration> {
  const { control, settings, signInPolicy, now, defer } = context.dependencies;
  if (signInPolicy.registration === 'closed')
    throw new AppError('registration_closed', 'Accounts are made by invitation only.');
  const waitsFor = whatIsMissing(signInPolicy);
  await checkNewPassword(context, body.password);
  await throttleRegistration(context);
  const emailNormalized = normalizeEmail(body.email);
  const plain = slugOf(body.organization_name);
  const before = await findTaken(control, emailNormalized, plain);
  if (before.email) throw emailTaken();
  const passwordHash = await hashInTurn(context, () => hashPassword(body.password));

  let slug = before.slug ? withEnding(plain) : plain;
  for (let attempt = 1; ; attempt++) {
    const at = now();
    const refreshToken = newRefreshToken();
    const owner = {
      userId: newId('user', at),
      email: body.email,
      emailNormalized,
      passwordHash,
      firstName: body.first_name,
      lastName: body.last_name,
      organizationId: newId('organization', at),
      organizationName: body.organization_name,
      slug,
      status: waitsFor === 'approval' ? ('pending' as const) : ('active' as const),
      now: at,
    };
    const session = {
      id: newId('session', at),
      userId: owner.userId,
      organizationId: owner.organizationId,
      refreshHash: await sha256Hex(refreshToken),
      ip: context.ip,
      userAgent: context.userAgent,
      now: at,
      expiresAt: at + settings.REFRESH_TOKEN_SECONDS * 1000,
    };
    try {
      await insertOwner(control, owner, waitsFor === null ? session : null, {
        actorKind: 'user',
        actorId: owner.userId,
        action: 'organization.created',
        targetKind: 'organization',
        targetId: owner.organizationId,
        outcome: 'success',
        requestId: context.requestId,
        ip: context.ip,
        userAgent: context.userAgent,
        occurredAt: at,
      });
    } catch (error) {
      // A unique rule may have refused it: the tables say which, the error's text does not have to.
      const taken = await findTaken(control, emailNormalized, slug);
      if (taken.email) throw emailTaken();
      if (!taken.slug || attempt >= SLUG_ATTEMPTS) throw error;
      slug = withEnding(plain);
      continue;
    }
    if (waitsFor === 'approval') return { kind: 'waiting', waitsFor };
    const person = await findActivePerson(control, owner.userId);
    const [membership] = person?.memberships ?? [];
    if (!person || !membership) throw new Error('a registration committed but cannot be read');
    defer(mailEmailConfirmation(context, person.user, null));
    if (waitsFor !== null) return { kind: 'waiting', waitsFor };
    return { kind: 'signed_in', signIn: await signIn(context, person, membership, session.id, refreshToken) };
  }
}

function whatIsMissing({ registration, emailVerification }: SignInPolicy): 'approval' | 'email_verification' | null {
  if (registration === 'approval') return 'approval';
  return emailVerification === 'required' ? 'email_verification' : null;
}

const emailTaken = (): AppError =>
  new AppError('conflict', 'There is an account with this e-mail already. Sign in instead.');
