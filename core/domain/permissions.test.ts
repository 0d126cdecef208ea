import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERMISSIONS, permissionBits, permissionsFromBits } from './permissions.ts';
import { BUILT_IN_ROLES, permissionsOfRole, SYSTEM_ROLES, TASK_ROLES } from './roles.ts';

test('a set of permissions survives the token', () => {
  fc.assert(
    fc.property(fc.subarray([...PERMISSIONS]), (names) => {
      expect([...permissionsFromBits(permissionBits(names))].toSorted()).toEqual(names.toSorted());
    }),
  );
});

test('positions are stored in tokens and keys: these never change, new ones come behind', () => {
  expect(PERMISSIONS.indexOf('documents.read')).toBe(0);
  expect(PERMISSIONS.indexOf('api_keys.manage')).toBe(20);
  expect(PERMISSIONS.indexOf('audit.read')).toBe(28);
  expect(PERMISSIONS.indexOf('privacy.manage')).toBe(35);
  expect(permissionBits(['privacy.manage'])).toBe('800000000');
});

test('unreadable bits grant nothing, unknown bits nothing more', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (!/^[0-9a-f]{1,16}$/.test(text)) expect(permissionsFromBits(text).size).toBe(0);
    }),
  );
  expect(permissionsFromBits('f000000000000000').size).toBe(0);
});

test('each role holds all of the next smaller one, and only the owner may delete the organization', () => {
  for (let i = 1; i < SYSTEM_ROLES.length; i++) {
    const [larger, smaller] = [SYSTEM_ROLES[i - 1], SYSTEM_ROLES[i]];
    if (!larger || !smaller) throw new Error('roles are missing');
    const held = new Set(permissionsOfRole(larger));
    for (const name of permissionsOfRole(smaller)) expect(held).toContain(name);
    expect(permissionsOfRole(smaller).length).toBeLessThan(held.size);
  }
  const may = SYSTEM_ROLES.filter((role) => permissionsOfRole(role).includes('organization.delete'));
  expect(may).toEqual(['owner']);
});

test('there are twelve roles, each name once, and none of a single task may hand out roles', () => {
  expect(new Set(BUILT_IN_ROLES).size).toBe(12);
  for (const role of TASK_ROLES) {
    const held = permissionsOfRole(role);
    expect(new Set(held).size).toBe(held.length);
    for (const power of ['roles.manage', 'members.manage', 'members.invite'] as const)
      expect(held).not.toContain(power);
  }
});
