import { normalizeEmail } from '#core/domain/email';
import type { UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import type { IdentityProvider } from '#core/platform/identity-providers';
import { findPersonByEmail, findPersonToSignIn, type SigningInPerson } from '#core/store/identity';
import { findLinkedIdentity, linkIdentity } from '#core/store/linked-identities';
import type { RequestContext } from '../context.ts';
import { personAudit } from '../identity/person-event.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { tellPersonRefusal } from '../tell-refusal.ts';
import { tellStranger } from '../tell-stranger.ts';
import type { ProviderProfile } from './profile.ts';
import { refused } from './refused.ts';
import { registerFromProfile } from './register-from-profile.ts';

/**
 * Whose account here a profile opens: the one linked to issuer and subject; else, only when both sides vouch for the
 * address, the one with that address, which is linked from now on; else a new one, where registration is open.
 * @throws AppError `conflict`, `registration_closed`, `approval_pending`, `provider_refused`
 */
export async function personOfProfile(
  context: RequestContext,
  provider: IdentityProvider,
  profile: ProviderProfile,
): Promise<SigningInPerson> {
  const { control } = context.dependencies;
  const link = await findLinkedIdentity(control, profile);
  if (link) return requirePerson(context, provider, link.userId as UserId);
  if (profile.email === null || !profile.emailVerified) {
    tellStranger(context, 'provider_answer');
    throw new AppError(
      'provider_refused',
      `${provider.name} does not vouch for your e-mail address, so it opens no account here.`,
    );
  }
  const known = await findPersonByEmail(control, normalizeEmail(profile.email));
  if (known) return linkByEmail(context, provider, profile, known);
  return requirePerson(
    context,
    provider,
    await registerFromProfile(context, provider, { ...profile, email: profile.email }),
  );
}

/** The address belongs to an account. It opens it only if that account proved the address too. */
async function linkByEmail(
  context: RequestContext,
  provider: IdentityProvider,
  profile: ProviderProfile,
  person: SigningInPerson,
): Promise<SigningInPerson> {
  const { control, now } = context.dependencies;
  const { user } = person;
  if (user.emailVerifiedAt === null || user.status === 'suspended') {
    tellPersonRefusal(context, person, 'identity.refused', { provider: provider.id, reason: 'address_unproved' });
    throw new AppError(
      'conflict',
      'There is an account with this address. Sign in with its password and link the provider in your settings.',
    );
  }
  const { issuer, subject, email } = profile;
  const link = { issuer, subject, email, userId: user.id, providerId: provider.id };
  const changes = { provider: [null, provider.id], email: [null, email] } as const;
  if (!(await linkIdentity(control, link, now(), personAudit(context, person, 'identity.linked', 'success', changes))))
    throw refused(context, provider.id, 'linked to somebody else meanwhile');
  mailAccountChange(context, user, 'provider_linked');
  return person;
}

async function requirePerson(
  context: RequestContext,
  provider: IdentityProvider,
  userId: UserId,
): Promise<SigningInPerson> {
  const person = await findPersonToSignIn(context.dependencies.control, userId);
  if (!person || person.user.status === 'suspended') {
    if (person) tellPersonRefusal(context, person, 'session.refused', { provider: provider.id, reason: 'suspended' });
    throw refused(context, provider.id, 'the account is gone or suspended');
  }
  return person;
}
