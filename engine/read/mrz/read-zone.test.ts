import { expect, test } from 'vitest';
import type { Word } from '#engine/model';
import { readerlessHost } from '#engine/testing/readerless-host';
import type { Picture } from '../image/picture.ts';
import { OCR_B_GLYPHS, OCR_B_HEIGHT, OCR_B_WIDTH } from './ocr-b.data.ts';
import { withZone } from './read-zone.ts';

/** The model passport of ICAO Doc 9303-4, appendix B. */
const LINES = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const PITCH = 11;
const LEFT = 40;
const TOPS = [60, 60 + Math.round(2.5 * PITCH)];

/** The lines drawn character by character on a patterned grey background, at the pitch of a small photo. */
function drawn(lines: readonly string[]): Picture {
  const [width, height] = [LEFT * 2 + 44 * PITCH, 140];
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => 190 + ((at * 7) % 23));
  lines.forEach((line, row) => {
    [...line].forEach((sign, index) => {
      const glyph = OCR_B_GLYPHS[sign] ?? '';
      const high = Math.round((PITCH * OCR_B_HEIGHT) / OCR_B_WIDTH);
      for (let y = 0; y < high; y++) {
        for (let x = 0; x < PITCH; x++) {
          const gy = Math.floor(((y + 0.5) * OCR_B_HEIGHT) / high);
          const gx = Math.floor(((x + 0.5) * OCR_B_WIDTH) / PITCH);
          const ink = Number.parseInt(glyph.charAt(gy * OCR_B_WIDTH + gx), 16) / 15;
          const at = ((TOPS[row] ?? 0) + y) * width + LEFT + index * PITCH + x;
          pixels[at] = Math.round((pixels[at] ?? 0) * (1 - ink) + 50 * ink);
        }
      }
    });
  });
  return { width, height, channels: 1, pixels };
}

/** A line as misread by a general-purpose recogniser; its box is slightly off. */
function garbled(text: string, row: number): Word {
  const top = TOPS[row] ?? 0;
  return { text, box: [LEFT + 3, top, LEFT + 44 * PITCH - 4, top + 13], size: 13, bold: false, confidence: 0.1 };
}

const caption: Word = { text: 'Surname', box: [60, 10, 110, 20], size: 8, bold: false, confidence: 0.9 };

test('a zone that was recognised badly is read sign by sign, and other words stay', async () => {
  const words = [
    caption,
    garbled('P<UTOERIKSSON<KANNAKMARIAKKKLLLLLLLLLLLLLLLK', 0),
    garbled('L898902C36UT07408122F1204I59ZE1B4226BLLKLLID', 1),
  ];
  const read = await withZone(words, drawn(LINES), 0, readerlessHost);
  expect(read.map(({ text }) => text)).toEqual(['Surname', ...LINES]);
  const [, first] = read;
  expect(first?.box[0]).toBeCloseTo(LEFT, -1);
});

test('one recognised line is enough to find the other', async () => {
  const read = await withZone(
    [garbled('L898902C36UT07408122F1204I59ZE1B4226BLLKLLID', 1)],
    drawn(LINES),
    0,
    readerlessHost,
  );
  expect(read.map(({ text }) => text)).toEqual(LINES);
});

test('lines whose check digits speak for no zone are left as they were recognised', async () => {
  const other = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C37UTO7408123F1204158ZE184226B<<<<<31'];
  const words = [garbled('P<UTOERIKSSON<KANNAKMARIAKKKLLLLLLLLLLLLLLLK', 0)];
  expect(await withZone(words, drawn(other), 0, readerlessHost)).toEqual(words);
});

test('a long word of capitals on blank paper is no zone', async () => {
  const words = [garbled('ORDERCONFIRMATIONNUMBER00012345678900012345K', 0)];
  expect(await withZone(words, drawn([]), 0, readerlessHost)).toEqual(words);
});

test('a name whose letters are smeared into look-alikes is given as unsure, its numbers are not', async () => {
  const { width, height, pixels, channels } = drawn(LINES);
  const smeared = Uint8Array.from(pixels);
  const [top, bottom] = [TOPS[0] ?? 0, (TOPS[0] ?? 0) + 15];
  // Fades the letters after the state code almost completely.
  for (let y = top; y < bottom; y++)
    for (let x = LEFT + 5 * PITCH; x < LEFT + 7 * PITCH; x++) smeared[y * width + x] = 190 + ((x * 31 + y * 17) % 23);
  const read = await withZone(
    [garbled(LINES[1] ?? '', 1)],
    { width, height, channels, pixels: smeared },
    0,
    readerlessHost,
  );
  const [names, numbers] = read;
  expect(names?.confidence).toBeLessThan(0.6);
  expect(numbers?.confidence).toBeGreaterThan(0.8);
});
