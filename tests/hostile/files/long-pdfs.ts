import type { HostileFile } from '../hostile-file.ts';
import { flate, onePage, stream, textLines } from './pdf-file.ts';

const numbered = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));

/** A form of the size of the page. */
const form = (content: string) => stream(content, '/Type /XObject /Subtype /Form /BBox [0 0 595 842]');

/** Pages whose content is long, or costs much to draw. */
export const LONG_PDFS: readonly HostileFile[] = [
  {
    name: 'pdf with 3 MB of text',
    make: () => {
      const lines = Array.from(
        { length: 60_000 },
        (_, index) => `Item ${index} costs ${index}.99 EUR and more text here`,
      );
      return onePage(flate(textLines(lines)));
    },
  },
  {
    name: 'pdf with 300,000 paths',
    telling: true,
    make: () =>
      onePage(
        flate(numbered(300_000, (i) => `${i % 500} ${i % 700} m ${(i * 7) % 500} ${(i * 3) % 700} l S`).join('\n')),
      ),
  },
  {
    name: 'pdf with 140,000 paths',
    make: () =>
      onePage(
        flate(numbered(140_000, (i) => `${i % 500} ${i % 700} m ${(i * 7) % 500} ${(i * 3) % 700} l S`).join('\n')),
      ),
  },
  {
    name: 'pdf with 100,000 curves',
    make: () => onePage(flate(numbered(100_000, (i) => `0 0 m 1 1 ${i % 500} 9 300 300 c S`).join('\n'))),
  },
  {
    name: 'pdf with 200,000 rectangles',
    make: () => onePage(flate(numbered(200_000, (i) => `${i % 500} ${i % 700} 40 40 re f`).join('\n'))),
  },
  {
    name: 'pdf with one path of 100,000 segments',
    make: () => onePage(flate(`0 0 m ${numbered(100_000, (i) => `${(i * 7) % 500} ${(i * 3) % 700} l`).join('\n')} S`)),
  },
  {
    name: 'pdf with 100,000 lines in a form',
    make: () =>
      onePage('/X1 Do', [
        form(numbered(100_000, (i) => `${i % 500} ${i % 700} m ${(i * 7) % 500} ${(i * 3) % 700} l S`).join('\n')),
      ]),
  },
  {
    name: 'pdf with 9,000 lines of text, not packed',
    make: () => onePage(textLines(numbered(9_000, (i) => `Item ${i} costs ${i}.99 EUR and more text here`))),
  },
  {
    name: 'pdf with 200,000 letters one by one',
    make: () => onePage(flate(`BT /F1 9 Tf ${'(x) Tj '.repeat(200_000)}ET`)),
  },
  { name: 'pdf with 100,000 clippings', make: () => onePage(flate('0 0 99 500 re W n 0 0 5 5 re f '.repeat(100_000))) },
  { name: 'pdf with one word of 400,000 letters', make: () => onePage(textLines(['x'.repeat(400_000)])) },
  {
    name: 'pdf with a page of digits',
    make: () => onePage(flate(textLines(Array.from({ length: 3_000 }, () => '0123456789'.repeat(5))))),
  },
];
