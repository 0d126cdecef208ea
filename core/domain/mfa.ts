import type { Permission } from './permissions.ts';

/** Of whom an organization demands a second factor. */
export const MFA_DEMANDS = ['off', 'administrators', 'everyone'] as const;
export type MfaDemand = (typeof MFA_DEMANDS)[number];

/** Whoever holds one of these administers the organization, whatever the role is called. */
const ADMINISTRATIVE: readonly Permission[] = [
  'members.manage',
  'roles.manage',
  'organization.update',
  'organization.delete',
  'billing.manage',
  'api_keys.manage',
];

export function isMfaDemanded(demand: MfaDemand, permissions: readonly Permission[]): boolean {
  switch (demand) {
    case 'off':
      return false;
    case 'everyone':
      return true;
    case 'administrators':
      return permissions.some((name) => ADMINISTRATIVE.includes(name));
  }
}
