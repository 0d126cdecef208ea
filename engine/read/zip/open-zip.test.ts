import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MAX_ZIP_BYTES } from '../limits.ts';
import { openZip } from './open-zip.ts';

const noPause = async () => undefined;

test('every member comes out as it went in, stored or deflated', async () => {
  const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 500 }), { maxKeys: 5 });
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom(0, 6), async (content, level) => {
      const zip = openZip(zipSync(content, { level: level === 0 ? 0 : 6 }), noPause);
      for (const [name, bytes] of Object.entries(content)) expect(await zip.read(name)).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test('damaged bytes end as a refusal, never as another failure', async () => {
  const sound = zipSync({ a: strToU8('some text that is deflated, that is deflated, that is deflated') });
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), async (at, value) => {
      const bytes = sound.slice();
      bytes[at] = value;
      try {
        const zip = openZip(bytes, noPause);
        for (const { name } of zip.members) await zip.read(name);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ZipRefused' });
      }
    }),
    { numRuns: 200 },
  );
});

test('a member that unpacks to a thousand times its size is refused before it is unpacked', async () => {
  const zip = openZip(zipSync({ bomb: new Uint8Array(20_000_000) }, { level: 9 }), noPause);
  await expect(zip.read('bomb')).rejects.toMatchObject({ reason: 'too-large' });
});

test('a member that is larger than it says is refused', async () => {
  const bytes = zipSync({ liar: new Uint8Array(900_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = view.getUint32(bytes.length - 6, true);
  view.setUint32(directory + 24, 10, true);
  await expect(openZip(bytes, noPause).read('liar')).rejects.toMatchObject({ reason: 'too-large' });
});

test('all members together unpack to no more than the limit', async () => {
  const noise = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 2_654_435_761) >>> 13);
  const zip = openZip(zipSync({ a: noise }, { level: 0 }), noPause);
  const most = Math.floor(MAX_ZIP_BYTES / noise.length);
  for (let times = 0; times < most; times++) await zip.read('a');
  await expect(zip.read('a')).rejects.toMatchObject({ reason: 'too-large' });
});

test('an archive that was cut off is damaged', () => {
  const bytes = zipSync({ a: strToU8('text') });
  expect(() => openZip(bytes.slice(0, bytes.length - 30), noPause)).toThrow(
    expect.objectContaining({ reason: 'damaged' }),
  );
});
