import type { Identity, OrganizationView } from '#core/contract/identity';
import { AppError } from '#core/platform/errors';
import { findActivePerson } from '#core/store/identity';
import type { SignedInContext } from '../context.ts';
import { organizationView, permissionsOf, userView } from './identity-view.ts';
import { requireOwnSession } from './require-session.ts';

/**
 * Who the caller is by the database, not by the token: a revoked session, a suspended person or a lost membership
 * shows at once. An API key sees its creator, narrowed to what the key may do and to the key's organization.
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

/** The organizations the caller may work in. */
export async function listOrganizations(context: SignedInContext): Promise<readonly OrganizationView[]> {
  return (await readIdentity(context)).organizations;
}
