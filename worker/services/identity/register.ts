import type { RegisterBody } from '#core/contract/identity';
import { normalizeEmail } from '#core/domain/email';
import { slugOf } from '#core/domain/slug';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import type { SignInPolicy } from '#core/platform/sign-in-policy';
import { sha256Hex } from '#core/security/digest';
import { hashPassword } from '#core/security/password';
import { findActivePerson, findTaken } from '#core/store/identity';
import type { RequestContext } from '../context.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';
import { checkNewPassword } from './check-password.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { newRefreshToken, type SignIn, signIn } from './issue-tokens.ts';
import { mailEmailConfirmation } from './mail-email-confirmation.ts';
import { emailTaken, insertNewOwner } from './new-owner.ts';
import { throttleRegistration } from './throttle.ts';

/** Outcome of a registration: signed in, or the step that is still required. */
export type Registration =
  | { readonly kind: 'signed_in'; readonly signIn: SignIn }
  | { readonly kind: 'waiting'; readonly waitsFor: 'approval' | 'email_verification' };

/**
 * Registers a user with their own organization. If approval or a verified address is required, the user is not signed
 * in yet.
 * @throws AppError `registration_closed`, `conflict` if the email is taken
 */
export async function register(context: RequestContext, body: RegisterBody): Promise<Registration> {
  const { control, settings, signInPolicy, now, defer } = context.dependencies;
  if (signInPolicy.registration === 'closed')
    throw new AppError('registration_closed', 'Registration requires an invitation.');
  const waitsFor = whatIsMissing(signInPolicy);
  await checkNewPassword(context, body.password);
  await throttleRegistration(context);
  const emailNormalized = normalizeEmail(body.email);
  if ((await findTaken(control, emailNormalized, '')).email) {
    reportAnonymousRefusal(context, 'registration');
    throw emailTaken();
  }
  const passwordHash = await hashInTurn(context, () => hashPassword(body.password));
  const refreshToken = newRefreshToken();
  const refreshHash = await sha256Hex(refreshToken);
  const sessionId = newId('session', now());
  const { userId } = await insertNewOwner(
    context,
    {
      email: body.email,
      emailNormalized,
      passwordHash,
      emailVerifiedAt: null,
      firstName: body.first_name,
      lastName: body.last_name,
      organizationName: body.organization_name,
      plainSlug: slugOf(body.organization_name),
    },
    waitsFor === null
      ? (owner, at) => ({
          ...owner,
          id: sessionId,
          refreshHash,
          ip: context.ip,
          userAgent: context.userAgent,
          now: at,
          expiresAt: at + settings.REFRESH_TOKEN_SECONDS * 1000,
        })
      : undefined,
  );
  if (waitsFor === 'approval') return { kind: 'waiting', waitsFor };
  const person = await findActivePerson(control, userId);
  const [membership] = person?.memberships ?? [];
  if (!person || !membership) throw new Error('a registration committed but cannot be read');
  defer(mailEmailConfirmation(context, person.user, null));
  if (waitsFor !== null) return { kind: 'waiting', waitsFor };
  return { kind: 'signed_in', signIn: await signIn(context, person, membership, sessionId, refreshToken) };
}

function whatIsMissing({ registration, emailVerification }: SignInPolicy): 'approval' | 'email_verification' | null {
  if (registration === 'approval') return 'approval';
  return emailVerification === 'required' ? 'email_verification' : null;
}
