import type { Identity, OrganizationView } from '#core/contract/identity';
import { AppError } from '#core/platform/errors';
import { findActivePerson } from '#core/store/identity';
import type { SignedInContext } from '../context.ts';
import { organizationView, permissionsOf, userView } from './identity-view.ts';
import { requireOwnSession } from './require-session.ts';

/**
 * Returns the caller's identity from the database rather than the token, so that a revoked session, a suspended user or
 * a lost membership takes effect immediately. An API key gets its creator, limited to the key's permissions and
 * organization.
 * @throws AppError `unauthenticated`
 */
export async function readIdentity(context: SignedInContext): Promise<Identity> {
  const { caller, dependencies } = context;
  const [person] = await Promise.all([
    findActivePerson(dependencies.control, caller.userId),
    requireOwnSession(context),
  ]);
  const current = person?.memberships.find((each) => each.organizationId === caller.organizationId);
  if (!person || !current)
    throw new AppError('unauthenticated', 'This account is no longer active in this organization. Sign in again.');
  const byRole = permissionsOf(current.role, current.customPermissions);
  const byKey = caller.kind === 'api_key';
  const narrowed = byKey || caller.impersonatorId !== undefined;
  return {
    user: userView(person.user),
    organization: organizationView(current),
    organizations: (narrowed ? [current] : person.memberships).map(organizationView),
    permissions: narrowed ? byRole.filter((name) => caller.permissions.has(name)) : [...byRole],
    impersonated_by: caller.impersonatorId ?? null,
  };
}

/** Returns the caller's organizations. */
export async function listOrganizations(context: SignedInContext): Promise<readonly OrganizationView[]> {
  return (await readIdentity(context)).organizations;
}
