import { expect, test } from 'vitest';
import { isMfaDemanded } from './mfa.ts';
import { permissionsOfRole } from './roles.ts';

test('who administers is told by permissions, so that a custom role is no way around', () => {
  expect(isMfaDemanded('administrators', ['documents.read', 'members.manage'])).toBe(true);
  expect(isMfaDemanded('administrators', permissionsOfRole('owner'))).toBe(true);
  expect(isMfaDemanded('administrators', permissionsOfRole('viewer'))).toBe(false);
});

test('off asks nobody, everyone asks also a role without permissions', () => {
  expect(isMfaDemanded('off', permissionsOfRole('owner'))).toBe(false);
  expect(isMfaDemanded('everyone', [])).toBe(true);
});
