import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPrintable, toPrintable } from './printable.ts';

test.each(['a\u0000b', 'a\nb', 'a\u2028b', 'a\u202eb', 'a\ud800', '\udc00a'])('%j is not printable', (text) => {
  expect(isPrintable(text)).toBe(false);
});

test.each(['Übersicht', '山田', '👩‍💼', 'مرحبا', 'O’Neill & Söhne'])('%s is', (text) => {
  expect(isPrintable(text)).toBe(true);
  expect(toPrintable(text, 100)).toBe(text.normalize('NFC'));
});

test('whatever came becomes printable and keeps its bound', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, maxLength) => {
      for (const each of [text, `${text}\ud83d`, `\u0000${text}😀😀`]) {
        const clean = toPrintable(each, maxLength);
        expect(isPrintable(clean)).toBe(true);
        expect(clean.length).toBeLessThanOrEqual(maxLength);
      }
    }),
  );
});
