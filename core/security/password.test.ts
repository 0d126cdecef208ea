import { scryptSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashPassword, needsRehash, passwordLength, verifyPassword } from './password.ts';
import { PASSWORD_COST } from './password-cost.ts';

/** RFC 7914 §12, second vector, with its own parameters: N=1024, r=8, p=16. */
const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
const RFC_KEY =
  'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640';

describe('password', () => {
  test('a hash verifies its own password and no other, and two hashes of one password differ', async () => {
    const first = await hashPassword('correct horse battery');
    expect(first).toMatch(/^\$scrypt\$ln=\d+,r=8,p=\d\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword('correct horse battery', first)).toBe(true);
    expect(await verifyPassword('correct horse batterz', first)).toBe(false);
    expect(await hashPassword('correct horse battery')).not.toBe(first);
  });

  test('costs what OWASP asks for; only tests hash for less', async () => {
    expect(PASSWORD_COST).toEqual({ ln: 14, r: 8, p: 5 });
    const key = scryptSync('correct horse', 'sixteen bytes ok', 32, { N: 2 ** 14, r: 8, p: 5 });
    const stored = `$scrypt$ln=14,r=8,p=5$${text(Buffer.from('sixteen bytes ok'))}$${text(key)}`;
    expect(await verifyPassword('correct horse', stored)).toBe(true);
  });

  test('agrees with the test vector of RFC 7914', async () => {
    const stored = `$scrypt$ln=10,r=8,p=16$${text(Buffer.from('NaClNaCl.abc'))}$${text(scryptSync('password', 'NaClNaCl.abc', 32, { N: 1024, r: 8, p: 16 }))}`;
    expect(await verifyPassword('password', stored)).toBe(true);
    expect(scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex')).toBe(RFC_KEY);
  });

  test('the same characters typed on another device are the same password', async () => {
    const composed = 'p\u00e4ssword-\u00c5';
    expect(await verifyPassword(composed.normalize('NFD'), await hashPassword(composed))).toBe(true);
    expect(passwordLength('p\u0061\u0308ss')).toBe(4);
    expect(passwordLength('🔑🔑🔑')).toBe(3);
  });

  test('no user means false, whatever is typed', async () => {
    expect(await verifyPassword('', null)).toBe(false);
    expect(await verifyPassword('anything', null)).toBe(false);
  });

  test('other parameters ask for a rehash, damaged strings are a defect', async () => {
    expect(needsRehash(`$scrypt$ln=13,r=8,p=10$${'A'.repeat(22)}$${'A'.repeat(43)}`)).toBe(true);
    expect(needsRehash(await hashPassword('today'))).toBe(false);
    await expect(verifyPassword('x', '$2b$10$abc')).rejects.toThrow(TypeError);
    await expect(verifyPassword('x', `$scrypt$ln=30,r=8,p=5$${'A'.repeat(22)}$${'A'.repeat(43)}`)).rejects.toThrow(
      TypeError,
    );
  });
});
