import { describe, expect, test } from 'vitest';
import { type Fetch, isBreached } from './breach-lookup.ts';

/** SHA-1 of `password`: 5BAA6 1E4C9B93F3F0682250B6CF8331B7EE68FD8. */
const SUFFIX = '1E4C9B93F3F0682250B6CF8331B7EE68FD8';
const answering =
  (body: string, status = 200): Fetch =>
  async () =>
    new Response(body, { status });
const ask = (fetch: Fetch) => isBreached(fetch, 'https://list.test/range/', 'password', 50);

describe('a password', () => {
  test('on the list is leaked, whatever else comes along', async () => {
    expect(await ask(answering(`0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n${SUFFIX}:42`))).toBe(true);
  });

  test('beside the list, or there as padding only, is not', async () => {
    expect(await ask(answering('0018A45C4D1DEF81644B54AB7F969B88D65:1'))).toBe(false);
    expect(await ask(answering(`${SUFFIX}:0`))).toBe(false);
    expect(await ask(answering(''))).toBe(false);
  });

  test('is never told: five characters of its hash are', async () => {
    const asked: string[] = [];
    await ask(async (address) => {
      asked.push(address);
      return new Response('');
    });
    expect(asked).toEqual(['https://list.test/range/5BAA6']);
  });
});

test('a list that fails, redirects or hangs is an error, for the caller to decide', async () => {
  await expect(ask(answering('', 503))).rejects.toThrow('503');
  await expect(ask(answering('', 302))).rejects.toThrow('302');
  const hanging: Fetch = (_address, init) =>
    new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
  await expect(ask(hanging)).rejects.toThrow();
});
