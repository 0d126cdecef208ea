import type { OrganizationId } from './id.ts';

/**
 * The owner of what is told of the server as a whole: acts of system administrators have an audit log (and a chain)
 * of their own under this id. No organization has it, and nobody is a member of it.
 */
export const SYSTEM_ORGANIZATION_ID = 'org_00000000000000000000000000' as OrganizationId;
