import { expect, test } from 'vitest';
import { PERMISSIONS, type Permission } from '#core/domain/permissions';
import { operations } from './operations.ts';

/** Permissions of capabilities that are not there yet. Roles hold them already, so that no role changes later. */
const FOR_LATER: Readonly<Partial<Record<Permission, string>>> = {
  'batches.read': 'batches',
  'batches.manage': 'batches',
  'records.read': 'business records',
  'records.manage': 'business records',
  'billing.read': 'billing',
  'billing.manage': 'billing',
  'analytics.read': 'analytics',
  'privacy.manage': 'erasure and retention',
};

test('every permission is demanded by an operation, except those of later capabilities', () => {
  const demanded = new Set(operations.map(({ permission }) => permission));
  expect(PERMISSIONS.filter((name) => !demanded.has(name)).toSorted()).toEqual(Object.keys(FOR_LATER).toSorted());
});
