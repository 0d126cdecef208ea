import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerlessHost } from '#engine/testing/readerless-host';
import { jpegOrientation } from '../exif.ts';
import { decodeJpeg } from './decode-jpeg.ts';

/** 24 × 16 pixels: red, green and blue stripes eight pixels wide, the lower half at half the brightness. */
const BASELINE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAAMDAwMDAwMDAwMEBAQEBAYFBQUFBgkGBwYHBgkOCAoICAoIDgwPDAsMDwwWEQ8PERYZFRQVGR4bGx4mJCYyMkMBAwMDAwMDAwMDAwQEBAQEBgUFBQUGCQYHBgcGCQ4ICggICggODA8MCwwPDBYRDw8RFhkVFBUZHhsbHiYkJjIyQ//AABEIABAAGAMBEQACEQEDEQH/xABQAAEBAAAAAAAAAAAAAAAAAAAGBxABAAAAAAAAAAAAAAAAAAAAAAEAAgMBAAAAAAAAAAAAAAAACAkCAwcGEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCCM/HAoaonpCjMGyghegsCBAHgOJh2b//Z';
/** The same image, progressive, with chrominance at half resolution. */
const PROGRESSIVE =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAAMDAwMDAwMDAwMEBAQEBAYFBQUFBgkGBwYHBgkOCAoICAoIDgwPDAsMDwwWEQ8PERYZFRQVGR4bGx4mJCYyMkMBAwMDAwMDAwMDAwQEBAQEBgUFBQUGCQYHBgcGCQ4ICggICggODA8MCwwPDBYRDw8RFhkVFBUZHhsbHiYkJjIyQ//CABEIABAAGAMBIgACEQEDEQH/xAAtAAACAwAAAAAAAAAAAAAAAAAABwUGCAEAAwEAAAAAAAAAAAAAAAAABQYHCP/aAAwDAQACEAMQAAAAQjDyfYE0tNisNxTn/8QAFBABAAAAAAAAAAAAAAAAAAAAIP/aAAgBAQABPwBf/8QAHBEAAQMFAAAAAAAAAAAAAAAAAAIEFmNloqPi/9oACAECAQE/AFMKuJNbZu5P/8QAHxEAAQMDBQAAAAAAAAAAAAAAFAATFgMIYxIiUnKi/9oACAEDAQE/ALhK8oiO0QQ/LqdZ68UBl8r/2Q==';

const bytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const STRIPES = [
  [200, 30, 40],
  [20, 160, 60],
  [30, 50, 220],
] as const;

async function picture(file: Uint8Array, channels: 1 | 3, maxPixels = 10_000) {
  const outcome = await decodeJpeg(file, { channels, maxPixels }, readerlessHost);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.picture;
}

describe('decodeJpeg', () => {
  it('gives the colours of a baseline file', async () => {
    const { width, height, pixels } = await picture(bytes(BASELINE), 3);
    expect([width, height]).toEqual([24, 16]);
    STRIPES.forEach((colour, stripe) => {
      const upper = (3 * 24 + stripe * 8 + 4) * 3;
      const lower = (12 * 24 + stripe * 8 + 4) * 3;
      colour.forEach((value, channel) => {
        expect(Math.abs((pixels[upper + channel] ?? 0) - value)).toBeLessThan(6);
        expect(Math.abs((pixels[lower + channel] ?? 0) - value / 2)).toBeLessThan(6);
      });
    });
  });

  it.each([
    ['baseline', BASELINE],
    ['progressive', PROGRESSIVE],
  ])('gives the brightness of a %s file as grey', async (_, file) => {
    const { pixels } = await picture(bytes(file), 1);
    STRIPES.forEach(([red, green, blue], stripe) => {
      const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
      expect(Math.abs((pixels[3 * 24 + stripe * 8 + 4] ?? 0) - grey)).toBeLessThan(6);
    });
  });

  it('shrinks by halves while decoding, keeping the mean', async () => {
    const { width, height, pixels } = await picture(bytes(BASELINE), 1, 100);
    expect([width, height]).toEqual([12, 8]);
    expect(Math.abs((pixels[13] ?? 0) - 82)).toBeLessThan(8);
    expect(await decodeJpeg(bytes(BASELINE), { channels: 1, maxPixels: 3 }, readerlessHost)).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    });
  });

  it('gives what a cut file holds and white for the rest', async () => {
    const whole = bytes(BASELINE);
    const { pixels } = await picture(whole.slice(0, whole.length - 12), 1);
    expect(pixels[0]).toBeLessThan(120);
    expect(await decodeJpeg(whole.slice(0, 150), { channels: 1, maxPixels: 10_000 }, readerlessHost)).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });
  });

  it('ends for any change of any byte', async () => {
    const files = [bytes(BASELINE), bytes(PROGRESSIVE)];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(400), fc.nat(255), async (file, at, value) => {
        const changed = file.with(at % file.length, value);
        const outcome = await decodeJpeg(changed, { channels: 3, maxPixels: 100_000 }, readerlessHost);
        expect(typeof outcome.ok).toBe('boolean');
      }),
      { numRuns: 150 },
    );
  });
});

describe('jpegOrientation', () => {
  it('reads the tag in either byte order and takes nonsense as upright', () => {
    const segment = (order: 'II' | 'MM', value: number) => {
      const little = order === 'II';
      const tiff = new Uint8Array(26);
      const view = new DataView(tiff.buffer);
      tiff.set([order.charCodeAt(0), order.charCodeAt(1)]);
      view.setUint16(2, 42, little);
      view.setUint32(4, 8, little);
      view.setUint16(8, 1, little);
      view.setUint16(10, 0x0112, little);
      view.setUint16(12, 3, little);
      view.setUint32(14, 1, little);
      view.setUint16(18, value, little);
      const body = [...new TextEncoder().encode('Exif\0\0'), ...tiff];
      return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2, ...body, 0xff, 0xd9]);
    };
    expect([
      jpegOrientation(segment('II', 6)),
      jpegOrientation(segment('MM', 8)),
      jpegOrientation(segment('II', 99)),
    ]).toEqual([6, 8, 1]);
    expect(jpegOrientation(bytes(BASELINE))).toBe(1);
  });
});
