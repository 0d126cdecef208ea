import { expect, test } from 'vitest';
import { readKeyList } from './key-list.ts';
import { seal, unseal } from './seal.ts';

const key = (kid: string) => ({ kid, secret: btoa(`${kid}, tests only, thirty-two bytes`) });
const keys = readKeyList('SEALING_KEYS', JSON.stringify([key('new'), key('old')]));
const before = readKeyList('SEALING_KEYS', JSON.stringify([key('old')]));

test('opens what was sealed, also under an older key, and never seals alike twice', async () => {
  const sealed = await seal(before, 'totp:a', 'secret');
  expect(await unseal(keys, 'totp:a', sealed)).toBe('secret');
  expect(await seal(keys, 'totp:a', 'secret')).not.toBe(await seal(keys, 'totp:a', 'secret'));
});

test('opens nothing for another purpose, another key, or changed text', async () => {
  const sealed = await seal(keys, 'totp:a', 'secret');
  await expect(unseal(keys, 'totp:b', sealed)).rejects.toThrow(TypeError);
  await expect(unseal(before, 'totp:a', sealed)).rejects.toThrow(TypeError);
  await expect(unseal(keys, 'totp:a', sealed.replace('new.', 'old.'))).rejects.toThrow(TypeError);
  const last = sealed.endsWith('A') ? 'B' : 'A';
  await expect(unseal(keys, 'totp:a', sealed.slice(0, -2) + last + last)).rejects.toThrow(TypeError);
  await expect(unseal(keys, 'totp:a', 'plain')).rejects.toThrow(TypeError);
});
