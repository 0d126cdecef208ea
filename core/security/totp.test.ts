import { describe, expect, test } from 'vitest';
import { fromBase32, matchTotp, toBase32, totpCode, totpStep, totpUri } from './totp.ts';

const SECRET = new TextEncoder().encode('12345678901234567890');

/** RFC 6238 appendix B, SHA-1, last six digits. */
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s', async (second, code) => {
  expect(await totpCode(SECRET, totpStep(second * 1000))).toBe(code);
});

describe('matching', () => {
  const now = 1_234_567_890_000;
  const step = totpStep(now);

  test('takes the code of now and of a step to either side, and no other', async () => {
    for (const [offset, expected] of [
      [-2, null],
      [-1, step - 1],
      [0, step],
      [1, step + 1],
      [2, null],
    ] as const) {
      expect(await matchTotp(SECRET, await totpCode(SECRET, step + offset), now, null)).toBe(expected);
    }
  });

  test('a code that was used, or an older one, is no longer taken', async () => {
    expect(await matchTotp(SECRET, await totpCode(SECRET, step), now, step)).toBeNull();
    expect(await matchTotp(SECRET, await totpCode(SECRET, step - 1), now, step)).toBeNull();
    expect(await matchTotp(SECRET, await totpCode(SECRET, step + 1), now, step)).toBe(step + 1);
  });

  test('spaces in between are as apps show them', async () => {
    expect(await matchTotp(SECRET, '005 924', now, null)).toBe(step);
    for (const wrong of ['', '5924', '0059240', 'abcdef']) expect(await matchTotp(SECRET, wrong, now, null)).toBeNull();
  });
});

test('base 32 there and back, as in RFC 4648', () => {
  expect(toBase32(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI');
  expect(fromBase32(toBase32(SECRET))).toEqual(SECRET);
  expect(() => fromBase32('a1')).toThrow(TypeError);
});

test('the address of the secret names issuer and account', () => {
  expect(totpUri('MZXW6', 'a b@example.com', 'Neo')).toBe(
    'otpauth://totp/Neo:a%20b%40example.com?secret=MZXW6&issuer=Neo&algorithm=SHA1&digits=6&period=30',
  );
});
