import type { Permission } from './permissions.ts';

/** Which members an organization requires a second factor from. */
export const MFA_DEMANDS = ['off', 'administrators', 'everyone'] as const;
export type MfaDemand = (typeof MFA_DEMANDS)[number];

/** Holding any of these makes a member an administrator for MFA purposes, whatever the role's name. */
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
