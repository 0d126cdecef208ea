import { normalizeEmail } from '#core/domain/email';
import type { UserId } from '#core/domain/id';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import { toPrintable } from '#core/domain/printable';
import { slugOf } from '#core/domain/slug';
import { AppError } from '#core/platform/errors';
import type { IdentityProvider } from '#core/platform/identity-providers';
import { linkIdentity } from '#core/store/linked-identities';
import type { RequestContext } from '../context.ts';
import { insertNewOwner } from '../identity/new-owner.ts';
import { personEvent } from '../identity/person-event.ts';
import { throttleRegistration } from '../identity/throttle.ts';
import type { ProviderProfile } from './profile.ts';

/**
 * Registers a user without a password, with their own organization. @throws AppError `registration_closed`,
 * `approval_pending`
 */
export async function registerFromProfile(
  context: RequestContext,
  provider: IdentityProvider,
  profile: ProviderProfile & { readonly email: string },
): Promise<UserId> {
  const { control, now, signInPolicy } = context.dependencies;
  if (signInPolicy.registration === 'closed')
    throw new AppError('registration_closed', 'Registration requires an invitation.');
  await throttleRegistration(context);
  const [name = profile.email, domain = ''] = profile.email.split('@');
  const firstName = toPrintable(profile.firstName ?? name, INPUT_LIMITS.name) || name;
  const organizationName = domain === '' ? firstName : domain;
  const { userId, organizationId } = await insertNewOwner(context, {
    email: profile.email,
    emailNormalized: normalizeEmail(profile.email),
    passwordHash: null,
    emailVerifiedAt: now(),
    firstName,
    lastName: toPrintable(profile.lastName ?? '', INPUT_LIMITS.name),
    organizationName,
    plainSlug: slugOf(organizationName),
  });
  const { issuer, subject, email } = profile;
  const event = personEvent(context, userId, 'identity.linked', { kind: 'user', id: userId }, null, {
    provider: provider.id,
    email,
  });
  await linkIdentity(control, { issuer, subject, email, userId, providerId: provider.id }, now(), {
    organizationId,
    event,
  });
  return userId;
}
