import type { OrganizationId } from '#core/domain/id';
import type { MembershipRow } from '#core/store/identity';

/** The one the person last worked in, else the first they joined. */
export function chooseOrganization(
  memberships: readonly MembershipRow[],
  preferred: OrganizationId | null,
): MembershipRow | undefined {
  return memberships.find((each) => each.organizationId === preferred) ?? memberships[0];
}
