import type { OrganizationId } from '#core/domain/id';
import type { MembershipRow } from '#core/store/identity';

/** Returns the organization the user last used, or the first one they joined. */
export function chooseOrganization(
  memberships: readonly MembershipRow[],
  preferred: OrganizationId | null,
): MembershipRow | undefined {
  return memberships.find((each) => each.organizationId === preferred) ?? memberships[0];
}
