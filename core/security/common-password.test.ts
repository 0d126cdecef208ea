import { expect, test } from 'vitest';
import { isCommonPassword } from './common-password.ts';
import { COMMON_PASSWORDS } from './common-passwords.data.ts';

test.each(['password', 'Password123', '12345678', 'QWERTYUIOP', 'ｐａｓｓｗｏｒｄ'])(
  '%s is refused, however it is written',
  (text) => {
    expect(isCommonPassword(text)).toBe(true);
  },
);

test.each(['correct horse battery', 'neocaptured-demo', ''])('%j is not in the list', (text) => {
  expect(isCommonPassword(text)).toBe(false);
});

test('the list holds each entry once, in the form that is compared', () => {
  const entries = COMMON_PASSWORDS.trim().split(/\s+/);
  expect(entries.length).toBeGreaterThan(3_000);
  expect(new Set(entries).size).toBe(entries.length);
  for (const entry of entries) expect(entry).toBe(entry.normalize('NFKC').toLowerCase());
});
