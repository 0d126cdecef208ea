import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { sha256Hex } from '../security/digest.ts';
import { contradicts, readVerified, verifiedStream } from './verified.ts';

/** Larger than one stream chunk. */
const SIZE = 300_000;

function randomBytes(size = SIZE): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let offset = 0; offset < size; offset += 65_536) crypto.getRandomValues(bytes.subarray(offset, offset + 65_536));
  return bytes;
}

async function put(bytes: Uint8Array<ArrayBuffer>, stored = bytes) {
  const key = `test/${newId('event', Date.now())}`;
  await env.FILES.put(key, stored);
  return { key, fingerprint: { sha256: await sha256Hex(bytes), size: bytes.byteLength } };
}

const changed = (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, index) => (index === 1_000 ? byte ^ 1 : byte));
const DAMAGES = [
  ['cut', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1)],
  ['changed in one bit', changed],
  ['longer', (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([...bytes, 0])],
  ['empty', () => new Uint8Array(0)],
] as const;

test('an object that is what was put is read whole', async () => {
  for (const size of [0, 1, SIZE]) {
    const bytes = randomBytes(size);
    const { key, fingerprint } = await put(bytes);
    const read = await readVerified(env.FILES, key, fingerprint);
    expect(read.kind === 'whole' && (await sha256Hex(read.bytes))).toBe(fingerprint.sha256);
    const object = await env.FILES.get(key);
    if (!object) throw new Error('not stored');
    expect(contradicts(object, fingerprint)).toBe(false);
    const streamed = verifiedStream(object.body, fingerprint, () => expect.unreachable());
    const passed = new Uint8Array(await new Response(streamed).arrayBuffer());
    expect(await sha256Hex(passed)).toBe(fingerprint.sha256);
  }
});

test.each(DAMAGES)(
  'one that is %s is damaged, and its stream never ends as if it were whole',
  async (_name, damage) => {
    const bytes = randomBytes();
    const { key, fingerprint } = await put(bytes, damage(bytes));
    expect(await readVerified(env.FILES, key, fingerprint)).toEqual({ kind: 'damaged' });
    const object = await env.FILES.get(key);
    if (!object) throw new Error('not stored');
    let alerts = 0;
    const streamed = verifiedStream(object.body, fingerprint, () => {
      alerts += 1;
    });
    await expect(new Response(streamed).arrayBuffer()).rejects.toThrow('not the ones put');
    expect(alerts).toBe(1);
  },
);

test('another length, or another checksum, is known before the first byte', async () => {
  const bytes = randomBytes();
  const { key, fingerprint } = await put(bytes, bytes.slice(1));
  const short = await env.FILES.head(key);
  expect(short && contradicts(short, fingerprint)).toBe(true);
  await env.FILES.put(key, changed(bytes), { sha256: await sha256Hex(changed(bytes)) });
  const other = await env.FILES.head(key);
  expect(other && contradicts(other, fingerprint)).toBe(true);
});

test('a read that was cut on its way is made once more; what stays missing is missing', async () => {
  const bytes = randomBytes();
  const { key, fingerprint } = await put(bytes);
  let reads = 0;
  const cutting = new Proxy(env.FILES, {
    get: (bucket, name) => async (asked: string) => {
      expect(name).toBe('get');
      reads += 1;
      return reads === 1 ? bucket.get(asked, { range: { offset: 0, length: 10 } }) : bucket.get(asked);
    },
  });
  expect((await readVerified(cutting, key, fingerprint)).kind).toBe('whole');
  expect(await readVerified(env.FILES, `${key}/none`, fingerprint)).toEqual({ kind: 'missing' });
});
