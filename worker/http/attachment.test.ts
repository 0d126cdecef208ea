import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attachment } from './attachment.ts';

/** The grammar of RFC 8187: attr-char or a percent-encoded byte. */
const EXTENDED = /^attachment; filename\*=UTF-8''(?:[A-Za-z0-9#$&+.^_`|~!-]|%[0-9A-F]{2})*$/;

test.each([
  ["it's (1)*.pdf", 'it%27s%20%281%29%2A.pdf'],
  ['Übersicht.pdf', '%C3%9Cbersicht.pdf'],
  ['a"; filename=evil.exe', 'a%22%3B%20filename%3Devil.exe'],
])('%s', (name, encoded) => {
  expect(attachment(name)).toBe(`attachment; filename*=UTF-8''${encoded}`);
});

test('every name keeps the grammar and comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const header = attachment(name);
      expect(header).toMatch(EXTENDED);
      expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name);
    }),
  );
});
