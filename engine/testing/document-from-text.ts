import type { ReadDocument, Word } from '../model.ts';

/** Letter width and line height of the pages made here, in points. */
const LETTER_WIDTH = 5;
const LINE_HEIGHT = 16;
const LETTER_HEIGHT = 12;
const MARGIN = 40;

/** Builds fixed-pitch pages from plain text for tests: two spaces separate segments, a form feed separates pages. */
export function documentFromText(text: string): ReadDocument {
  const pages = text.split('\f').map((page, index) => ({
    page: index + 1,
    width: 595,
    height: 842,
    unit: 'pt' as const,
    source: 'text-layer' as const,
    words: page.split('\n').flatMap((line, row) => wordsOf(line, row)),
  }));
  return { mediaType: 'application/pdf', method: 'text-layer', pages };
}

function wordsOf(line: string, row: number): Word[] {
  return [...line.matchAll(/\S+/g)].map((match) => {
    const x0 = MARGIN + match.index * LETTER_WIDTH;
    const y0 = MARGIN + row * LINE_HEIGHT;
    const box = [x0, y0, x0 + match[0].length * LETTER_WIDTH, y0 + LETTER_HEIGHT] as const;
    return { text: match[0], box, size: LETTER_HEIGHT, bold: false };
  });
}
