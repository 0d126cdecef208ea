import { expect, test } from 'vitest';
import { BUILT_IN_ROLES, permissionsOfRole } from '#core/domain/roles';
import { grantableRoles } from './grantable-roles.ts';

test('owners can grant every role, managers none above their own, people without permissions none', () => {
  expect(grantableRoles(permissionsOfRole('owner'))).toEqual(BUILT_IN_ROLES);
  expect(grantableRoles(permissionsOfRole('manager'))).not.toContain('admin');
  expect(grantableRoles(permissionsOfRole('manager'))).toContain('user');
  expect(grantableRoles([])).toEqual([]);
});
