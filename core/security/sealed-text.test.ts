import { expect, test } from 'vitest';
import { openText, sealText } from './sealed-text.ts';

const secret = new TextEncoder().encode('thirty-two bytes of a test secret');
const keys = { current: { kid: 'a', secret }, byId: new Map([['a', secret]]) };

test('what was sealed is read with the same key and purpose only', async () => {
  const sealed = await sealText(keys, 'mail', 'Ünïcode: a link that opens an account');
  expect(sealed).not.toContain('link');
  expect(await openText(keys, 'mail', sealed)).toBe('Ünïcode: a link that opens an account');
  expect(await openText(keys, 'other', sealed)).toBeNull();
  expect(await openText({ ...keys, byId: new Map() }, 'mail', sealed)).toBeNull();
  expect(await sealText(keys, 'mail', 'x')).not.toBe(await sealText(keys, 'mail', 'x'));
});

test.each(['', 'a', 'a.b', 'a..', 'a.AAAA.AAAA', 'a.%.%', 'a.b.c.d'])('%j is nothing of ours', async (text) => {
  expect(await openText(keys, 'mail', text)).toBeNull();
});
