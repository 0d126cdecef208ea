import type { RegisterBody } from '#core/contract/identity';
import { normalizeEmail } from '#core/domain/email';
import { slugOf } from '#core/domain/slug';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
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

/** A new person with an organization of their own, signed in. @throws AppError `conflict` when the e-mail is taken. */
export async function register(context: RequestContext, body: RegisterBody): Promise<SignIn> {
  const { control, settings, now, defer } = context.dependencies;
  checkNewPassword(context, body.password);
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
      await insertOwner(control, owner, session, {
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
    const person = await findActivePerson(control, owner.userId);
    const [membership] = person?.memberships ?? [];
    if (!person || !membership) throw new Error('a registration committed but cannot be read');
    defer(mailEmailConfirmation(context, person.user, null));
    return signIn(context, person, membership, session.id, refreshToken);
  }
}

const emailTaken = (): AppError =>
  new AppError('conflict', 'There is an account with this e-mail already. Sign in instead.');
