import type { ReadPage, Word } from '../model.ts';

/**
 * A line of a test page: a list of `[x, text]`, in points; lines are 14 points apart, starting at `top`. A text that
 * starts with `>` ends at x instead (right-aligned numbers).
 */
export type DrawnLine = readonly (readonly [x: number, text: string])[];

const LETTER_WIDTH = 5;
const SIZE = 10;
const LINE = 14;

export function drawPage(lines: readonly DrawnLine[], page = 1, top = 100): ReadPage {
  const words = lines.flatMap((line, index) => line.flatMap(([x, text]) => drawText(x, text, top + index * LINE)));
  return { page, width: 595, height: 842, unit: 'pt', source: 'text-layer', words };
}

function drawText(x: number, text: string, y: number): readonly Word[] {
  const plain = text.startsWith('>') ? text.slice(1) : text;
  let at = text.startsWith('>') ? x - plain.length * LETTER_WIDTH : x;
  return plain.split(' ').map((part) => {
    const start = at;
    at += (part.length + 1) * LETTER_WIDTH;
    return { text: part, box: [start, y, start + part.length * LETTER_WIDTH, y + SIZE], size: SIZE, bold: false };
  });
}
