import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatId, ID_PREFIXES, type IdKind, isId } from './id.ts';

const kinds = Object.keys(ID_PREFIXES) as IdKind[];
const randoms = fc.uint8Array({ minLength: 10, maxLength: 10 });
const times = fc.nat({ max: 2 ** 48 - 1 });

test('an id has its kind’s prefix and 26 characters, and is recognised as that kind only', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), times, randoms, (kind, now, random) => {
      const id = formatId(kind, now, random);
      expect(id).toMatch(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/);
      expect(kinds.filter((each) => isId(each, id))).toEqual([kind]);
    }),
  );
});

test('ids sort by time', () => {
  fc.assert(
    fc.property(times, times, randoms, randoms, (a, b, first, second) => {
      fc.pre(a < b);
      expect(formatId('document', a, first) < formatId('document', b, second)).toBe(true);
    }),
  );
});

test('different random bytes give different ids: no bit is lost', () => {
  fc.assert(
    fc.property(randoms, randoms, (first, second) => {
      const same = first.every((byte, index) => byte === second[index]);
      expect(formatId('user', 0, first) === formatId('user', 0, second)).toBe(same);
    }),
  );
  for (let bit = 0; bit < 80; bit++) {
    const random = new Uint8Array(10);
    random[bit >> 3] = 1 << (bit & 7);
    expect(formatId('user', 0, random)).not.toBe(formatId('user', 0, new Uint8Array(10)));
  }
});

test('agrees with the ULID specification on its time part', () => {
  expect(formatId('user', 1_469_918_176_385, new Uint8Array(10)).slice(4, 14)).toBe('01ARYZ6S41'.toLowerCase());
});

test('prefixes are unique', () => {
  expect(new Set(Object.values(ID_PREFIXES)).size).toBe(kinds.length);
});

test.each([
  '',
  'doc_',
  'doc_123',
  `doc_${'i'.repeat(26)}`,
  `DOC_${'0'.repeat(26)}`,
  `doc_${'0'.repeat(27)}`,
  ` doc_${'0'.repeat(26)}`,
])('%j is no id', (text) => {
  expect(isId('document', text)).toBe(false);
});
