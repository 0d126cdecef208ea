import { expect, test } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { decodeWebp } from './decode-webp.ts';

const host = nodeEngineHost();

/** 24 × 8 pixels: red, green and blue stripes eight pixels wide, the last four columns transparent. */
const LOSSLESS = 'UklGRkAAAABXRUJQVlA4TDMAAAAvF8ABEB8gECA0SdQrSCBAKFGkVKWQgDDCLP+TMfMfAP2nBMJso0me5CT3P4KI/ofWeAIA';
const LOSSY =
  'UklGRoYAAABXRUJQVlA4WAoAAAAQAAAAFwAABwAAQUxQSBMAAAABDzD/ERFCLJgg5E+7N4SI/gdNAFZQOCBMAAAAsAMAnQEqGAAIAACACCWgAnTKEcDeAfgB+wH8A5ALsB+wH8AAmPwA/vo6f/9yaF/7jDYXH2//uMSmTaoh/83K13lh+jYOWkOnYQAAAA==';

const bytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

test.each([
  ['lossless', LOSSLESS, 0],
  ['lossy', LOSSY, 40],
])('gives the colours of a %s file on white', async (_, file, tolerance) => {
  const outcome = await decodeWebp(bytes(file), { channels: 3, maxPixels: 1000 }, host);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { width, height, pixels } = outcome.picture;
  expect([width, height]).toEqual([24, 8]);
  const at = (x: number) => [...pixels.subarray((4 * 24 + x) * 3, (4 * 24 + x) * 3 + 3)];
  const near = (x: number, colour: readonly number[]) =>
    at(x).forEach((value, channel) => {
      expect(Math.abs(value - (colour[channel] ?? 0))).toBeLessThanOrEqual(tolerance);
    });
  near(3, [200, 30, 40]);
  near(11, [20, 160, 60]);
  near(22, [255, 255, 255]);
});

test('refuses too many pixels by the header and calls broken data damaged', async () => {
  const huge = bytes(LOSSY);
  huge.set([0xff, 0xff, 0x00, 0xff, 0xff, 0x00], 24);
  const broken = bytes(LOSSLESS).fill(0x55, 30);
  const code = async (file: Uint8Array) => {
    const outcome = await decodeWebp(file, { channels: 1, maxPixels: 1000 }, host);
    return outcome.ok ? 'decoded' : outcome.error.code;
  };
  expect([await code(huge), await code(broken)]).toEqual(['too_large', 'damaged']);
});
