import type { Word } from '#engine/model';
import type { MrzLayout } from '#engine/validate/mrz';
import { MRZ_STATES } from '#engine/validate/mrz-states.data';
import type { Picture } from '../image/picture.ts';
import { type CellLine, cellOf, cutStrip, type Strip } from './fit-cells.ts';
import { type GlyphMatch, matchGlyph } from './match-glyph.ts';
import { signsAt } from './zone-signs.ts';

/** Height of an OCR-B capital in cell widths. */
const LETTER_HEIGHT = 1.1;
/** Print is never exactly aligned with its cell, so one pixel to each side is tried. */
const MOVES = [-1, 0, 1] as const;
/** Document numbers do not use the letter O, which looks like a zero: O must match this much better. */
const ZERO_LEAD = 0.03;
/** A valid state code may match its three cells this much worse than the best three letters. */
const STATE_LEAD = 0.3;

/** Reads one line of a zone as a word, choosing the most likely character allowed at each position. */
export function readLine(line: CellLine, index: number, shape: MrzLayout, picture: Picture, slope: number): Word {
  const strip = cutStrip(picture, line, slope);
  const cells = Array.from({ length: line.cells }, (_, at) => readCell(strip, line, at, signsAt(shape, index, at)));
  const signs = cells.map((matches) => matches[0] ?? NOTHING);
  for (const from of statesIn(shape, index)) setState(signs, cells, from);
  const pitch = (line.right - line.left) / line.cells;
  const height = pitch * LETTER_HEIGHT;
  const top = Math.min(line.leftMiddle, line.rightMiddle) - height / 2;
  const bottom = Math.max(line.leftMiddle, line.rightMiddle) + height / 2;
  const open = index === shape.names.line && cells.slice(shape.names.from).some(isOpen);
  const mean = signs.reduce((sum, { score }) => sum + score, 0) / signs.length;
  return {
    text: signs.map(({ sign }) => sign).join(''),
    box: [line.left, top, line.right, bottom],
    size: height,
    bold: false,
    confidence: Math.round(Math.min(open ? GUESSED : 1, Math.max(0, mean)) * 1000) / 1000,
  };
}

/** True if a second letter matches nearly as well: no check digit covers names, so a person has to check. */
function isOpen([best, next]: readonly GlyphMatch[]): boolean {
  return best !== undefined && next !== undefined && best.score - next.score < OPEN_LEAD;
}

/** Measured on photos with 8 to 12 pixels per cell: correct letters lead by more; O, D and Q by less. */
const OPEN_LEAD = 0.045;
/** Below the confidence that the engine accepts for letters. */
const GUESSED = 0.55;

const NOTHING: GlyphMatch = { sign: '<', score: 0 };

/** Candidates for a cell, most likely first. */
function readCell(strip: Strip, line: CellLine, at: number, allowed: string): readonly GlyphMatch[] {
  const best = new Map<string, number>();
  for (const dx of MOVES) {
    for (const dy of MOVES) {
      for (const { sign, score } of matchGlyph(cellOf(strip, line, at, dx, dy), allowed)) {
        if (score > (best.get(sign) ?? -1)) best.set(sign, score);
      }
    }
  }
  const rank = ({ sign, score }: GlyphMatch) => score - (sign === 'O' && allowed.includes('0') ? ZERO_LEAD : 0);
  return [...best].map(([sign, score]) => ({ sign, score })).sort((a, b) => rank(b) - rank(a));
}

/** Positions of state codes in a line: the issuer after the document code, and the nationality. */
function statesIn({ fields }: MrzLayout, line: number): readonly number[] {
  const nationality = fields.nationality?.line === line ? [fields.nationality.from] : [];
  return line === 0 ? [2, ...nationality] : nationality;
}

const STATE_LENGTH = 3;

function setState(signs: GlyphMatch[], cells: readonly (readonly GlyphMatch[])[], from: number): void {
  const own = cells.slice(from, from + STATE_LENGTH);
  const likeness = (code: string) =>
    own.reduce((sum, matches, at) => sum + (matches.find(({ sign }) => sign === code[at])?.score ?? -1), 0);
  const read = own.map((matches) => matches[0]?.sign ?? '<').join('');
  const ranked = MRZ_STATES.map((code) => ({ code, score: likeness(code) })).sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best === undefined || best.score < likeness(read) - STATE_LEAD) return;
  for (const [at, sign] of [...best.code].entries()) {
    const score = own[at]?.find((match) => match.sign === sign)?.score ?? 0;
    signs[from + at] = { sign, score };
  }
}
