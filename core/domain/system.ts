import type { OrganizationId } from './id.ts';

/**
 * Organization id that owns server-wide audit events: actions of system administrators have their own audit log and
 * hash chain under it. No real organization has this id, and it has no members.
 */
export const SYSTEM_ORGANIZATION_ID = 'org_00000000000000000000000000' as OrganizationId;
