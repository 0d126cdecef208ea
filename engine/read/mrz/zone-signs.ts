import type { MrzLayout } from '#engine/validate/mrz';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ<';
const DIGITS = '0123456789<';
const ANY = `${LETTERS}0123456789`;

/**
 * The characters allowed at a position of a zone (ICAO Doc 9303-3, 4.3): letters in names, digits in dates, otherwise
 * both.
 */
export function signsAt(shape: MrzLayout, line: number, at: number): string {
  const { names, fields } = shape;
  if (line === 0 && at < 5) return LETTERS;
  if (line === names.line && at >= names.from) return LETTERS;
  if (line === 1 && at === shape.length - 1 && shape.composite !== undefined) return DIGITS;
  for (const [name, place] of Object.entries(fields)) {
    if (place.line !== line) continue;
    if (place.digit === at) return DIGITS;
    if (at < place.from || at >= place.to) continue;
    if (name === 'birth_date' || name === 'expiry_date') return DIGITS;
    if (name === 'nationality') return LETTERS;
    if (name === 'sex') return 'MFX<';
  }
  return ANY;
}
