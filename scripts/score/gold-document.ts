import type { ReadDocument, Word } from '#engine/model';
import type { GoldWord } from './truth.ts';

/** A one-page document, in pixels, made of gold words, to measure extraction apart from recognition. */
export function documentFromGoldWords(gold: readonly GoldWord[]): ReadDocument {
  const words = gold.flatMap((line) => splitLine(line));
  return {
    mediaType: 'image/png',
    method: 'ocr',
    pages: [
      {
        page: 1,
        width: Math.max(1, ...words.map((word) => word.box[2])),
        height: Math.max(1, ...words.map((word) => word.box[3])),
        unit: 'px',
        source: 'ocr',
        words,
      },
    ],
  };
}

/** A gold entry may be a whole line; its box is divided among its words by their number of letters. */
function splitLine(line: GoldWord): readonly Word[] {
  const parts = line.text.split(/\s+/).filter(Boolean);
  const [x0, y0, x1, y1] = line.box;
  const letters = parts.reduce((sum, part) => sum + part.length, 0) + Math.max(0, parts.length - 1);
  const perLetter = letters === 0 ? 0 : (x1 - x0) / letters;
  let at = x0;
  return parts.map((text) => {
    const start = at;
    const end = start + text.length * perLetter;
    at = end + perLetter;
    return {
      text,
      box: [start, y0, end, y1],
      size: line.size ?? y1 - y0,
      bold: false,
      confidence: line.confidence ?? 1,
      ...(line.agreed && { agreed: line.agreed }),
    };
  });
}
