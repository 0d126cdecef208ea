import { normalizeEmail } from '#core/domain/email';
import type { UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import type { IdentityProvider } from '#core/platform/identity-providers';
import { findPersonByEmail, findPersonToSignIn, type SigningInPerson } from '#core/store/identity';
import { findLinkedIdentity, linkIdentity, takeOverByIdentity } from '#core/store/linked-identities';
import type { RequestContext } from '../context.ts';
import { accessEnded } from '../identity/access-ended.ts';
import { personAudit } from '../identity/person-event.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { recordPersonRefusal } from '../record-refusal.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';
import type { ProviderProfile } from './profile.ts';
import { refused } from './refused.ts';
import { registerFromProfile } from './register-from-profile.ts';

/**
 * Returns the user of a provider profile: the one linked to its issuer and subject; otherwise, only if the provider
 * verified the address, the one with that address, who is then linked; otherwise a new user if registration is open.
 * @throws AppError `registration_closed`, `approval_pending`, `provider_refused`
 */
export async function personOfProfile(
  context: RequestContext,
  provider: IdentityProvider,
  profile: ProviderProfile,
): Promise<SigningInPerson> {
  const { control } = context.dependencies;
  const link = await findLinkedIdentity(control, profile);
  if (link) return requirePerson(context, provider, link.userId);
  if (profile.email === null || !profile.emailVerified) {
    reportAnonymousRefusal(context, 'provider_answer');
    throw new AppError(
      'provider_refused',
      `${provider.name} has not verified your email address. Verify it there, then try again.`,
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

/**
 * Links a profile to the account with its verified address. If the account's address is verified too, both belong to
 * the same person. If not, anyone may have registered it: the provider's confirmation is the first verification and
 * ends all earlier access.
 */
async function linkByEmail(
  context: RequestContext,
  provider: IdentityProvider,
  profile: ProviderProfile,
  person: SigningInPerson,
): Promise<SigningInPerson> {
  const { control, now } = context.dependencies;
  const { user } = person;
  if (user.status === 'suspended') throw suspended(context, provider, person);
  const { issuer, subject, email } = profile;
  const link = { issuer, subject, email, userId: user.id, providerId: provider.id };
  const linked = { provider: provider.id, email };
  if (user.emailVerifiedAt !== null) {
    const audit = personAudit(context, person, 'identity.linked', 'success', linked);
    if (await linkIdentity(control, link, now(), audit)) {
      mailAccountChange(context, user, 'provider_linked');
      return person;
    }
  } else {
    const audit = personAudit(context, person, 'identity.linked', 'success', {
      ...linked,
      earlier_access: 'ended',
    });
    const ended = await takeOverByIdentity(control, link, now(), audit);
    if (ended) {
      accessEnded(context, user, ended);
      mailAccountChange(context, user, 'provider_linked');
      return requirePerson(context, provider, user.id);
    }
  }
  throw refused(context, provider.id, 'linked to somebody else meanwhile');
}

async function requirePerson(
  context: RequestContext,
  provider: IdentityProvider,
  userId: UserId,
): Promise<SigningInPerson> {
  const person = await findPersonToSignIn(context.dependencies.control, userId);
  if (!person) throw refused(context, provider.id, 'the account is gone');
  if (person.user.status === 'suspended') throw suspended(context, provider, person);
  return person;
}

function suspended(context: RequestContext, provider: IdentityProvider, person: SigningInPerson): AppError {
  recordPersonRefusal(context, person, 'session.refused', { provider: provider.id, reason: 'suspended' });
  return refused(context, provider.id, 'the account is suspended');
}
