import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

test('a creation records every value, a deletion every former value', () => {
  expect(changedFields(null, { name: 'A', role: 'viewer' })).toEqual({ name: [null, 'A'], role: [null, 'viewer'] });
  expect(changedFields({ name: 'A' }, null)).toEqual({ name: ['A', null] });
});

test('an update records only the fields that differ, comparing lists by content', () => {
  const before = { name: 'A', slug: 'a', permissions: ['x', 'y'] };
  expect(changedFields(before, { name: 'B', slug: 'a', permissions: ['x', 'y'] })).toEqual({ name: ['A', 'B'] });
  expect(changedFields(before, { ...before, permissions: ['x'] })).toEqual({ permissions: [['x', 'y'], ['x']] });
});

test('a field that identifies the object is kept although it is equal on both sides', () => {
  expect(changedFields({ id: 1, role: 'a' }, { id: 1, role: 'b' }, ['id'])).toEqual({ id: [1, 1], role: ['a', 'b'] });
});

test('equal objects have no changes, and a recorded change always differs', () => {
  const values = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean()));
  fc.assert(fc.property(values, (value) => changedFields(value, { ...value }) === undefined));
  fc.assert(
    fc.property(values, values, (before, after) => {
      for (const [old, now] of Object.values(changedFields(before, after) ?? {})) expect(old).not.toEqual(now);
    }),
  );
});
