import type { OrganizationView, UserView } from '#core/contract/identity';
import { permissionsOfStoredRole } from '#core/domain/roles';
import type { MembershipRow, UserRow } from '#core/store/identity';

export function userView(user: UserRow): UserView {
  return {
    id: user.id,
    email: user.email,
    first_name: user.firstName,
    last_name: user.lastName,
    locale: user.locale,
    time_zone: user.timeZone,
    email_verified: user.emailVerifiedAt !== null,
    system_administrator: user.systemAdministratorAt !== null,
    created_at: new Date(user.createdAt).toISOString(),
  };
}

type ShownMembership = Pick<
  MembershipRow,
  'organizationId' | 'name' | 'slug' | 'plan' | 'role' | 'customRoleName' | 'createdAt' | 'deletesAt'
>;

export function organizationView(membership: ShownMembership): OrganizationView {
  return {
    id: membership.organizationId,
    name: membership.name,
    slug: membership.slug,
    plan: membership.plan,
    role: membership.role,
    role_name: membership.customRoleName ?? membership.role,
    created_at: new Date(membership.createdAt).toISOString(),
    deletes_at: membership.deletesAt === null ? null : new Date(membership.deletesAt).toISOString(),
  };
}

/** Returns the permissions of a role; `customPermissions` are the bits of a custom role. */
export const permissionsOf = permissionsOfStoredRole;
