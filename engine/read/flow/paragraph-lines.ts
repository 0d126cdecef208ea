import type { Word } from '#engine/model';
import type { Paragraph, Run } from './block.ts';
import { SPACE_EM, textWidth } from './letter-widths.ts';

/** An unbreakable part of the flow: a line of text or a table row. */
export interface Strip {
  readonly height: number;
  /** Boxes relative to the left edge of the page and the top of the strip. */
  readonly words: readonly Word[];
}

/** Share of the font size that a word's box covers above and below its baseline, as for words of a PDF. */
const ASCENT = 0.76;
const DESCENT = 0.21;
/** Line and paragraph spacing, in font sizes. */
const LEADING = 1.25;
const PARAGRAPH_GAP = 0.4;
/** Tab stops every half inch, as in word processors; text after a tab keeps at least this gap. */
const TAB_STOP = 36;
const TAB_GAP = 10;
/** Longer strings without a space (encoded data) are broken across lines. */
const LONGEST_WORD = 120;

interface Atom {
  readonly kind: 'word' | 'space' | 'tab' | 'break';
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

/** The minimum width without breaking a word and the width without wrapping a line, in points. */
export function paragraphExtent(paragraph: Paragraph): { readonly min: number; readonly max: number } {
  let min = 0;
  let max = 0;
  let line = 0;
  for (const atom of atomsOf(paragraph.runs)) {
    const width = atomWidth(atom, line);
    if (atom.kind === 'word') min = Math.max(min, width);
    line = atom.kind === 'break' ? 0 : line + width;
    max = Math.max(max, line);
  }
  return { min, max };
}

/** Lays a paragraph out into lines between two x positions. Empty paragraphs keep the height of a line. */
export function paragraphLines(paragraph: Paragraph, left: number, width: number): Strip[] {
  const strips: Strip[] = [];
  const bodySize = paragraph.runs[0]?.size ?? 0;
  let line: { atom: Atom; x: number; width: number }[] = [];
  let x = 0;
  const finish = () => {
    strips.push(stripOf(line, paragraph, left, width, bodySize));
    line = [];
    x = 0;
  };
  for (const atom of atomsOf(paragraph.runs)) {
    if (atom.kind === 'break') {
      finish();
      continue;
    }
    const advance = atomWidth(atom, x);
    if (atom.kind === 'word') {
      if (line.length > 0 && x + advance > width) finish();
      line.push({ atom, x, width: advance });
      x += advance;
    } else if (line.length > 0 || atom.kind === 'tab') x += advance;
  }
  if (line.length > 0 || strips.length === 0) finish();
  const last = strips.pop();
  if (last !== undefined) strips.push({ ...last, height: last.height + PARAGRAPH_GAP * bodySize });
  return strips;
}

function stripOf(
  line: readonly { readonly atom: Atom; readonly x: number; readonly width: number }[],
  { align }: Paragraph,
  left: number,
  width: number,
  bodySize: number,
): Strip {
  const size = Math.max(bodySize, ...line.map(({ atom }) => atom.size));
  const last = line.at(-1);
  const free = last === undefined ? 0 : Math.max(0, width - last.x - last.width);
  const shift = left + (align === 'right' ? free : align === 'center' ? free / 2 : 0);
  const baseline = size * (LEADING - 1) * 0.5 + size * ASCENT;
  const words = line.map(({ atom, x, width: across }) => {
    const y0 = baseline - atom.size * ASCENT;
    const box = [shift + x, y0, shift + x + across, baseline + atom.size * DESCENT] as const;
    return { text: atom.text, box, size: atom.size, bold: atom.bold };
  });
  return { height: size * LEADING, words };
}

function atomWidth(atom: Atom, x: number): number {
  switch (atom.kind) {
    case 'word':
      return textWidth(atom.text, atom.size, atom.bold);
    case 'space':
      return SPACE_EM * atom.size;
    case 'tab':
      return Math.ceil((x + TAB_GAP) / TAB_STOP) * TAB_STOP - x;
    case 'break':
      return 0;
  }
}

/** A word may continue into the next run: "**Inv**oice" is one word. */
function atomsOf(runs: readonly Run[]): Atom[] {
  const atoms: Atom[] = [];
  for (const { text, size, bold } of runs) {
    for (const [part] of text.matchAll(/\n|\t|[^\S\n\t]+|\S{1,120}/gu)) {
      const kind = part === '\n' ? 'break' : part === '\t' ? 'tab' : part.trim() === '' ? 'space' : 'word';
      const previous = atoms.at(-1);
      if (kind === 'word' && previous?.kind === 'word' && previous.text.length + part.length <= LONGEST_WORD) {
        atoms[atoms.length - 1] = { ...previous, text: previous.text + part };
      } else atoms.push({ kind, text: part, size, bold });
    }
  }
  return atoms;
}
