/** Letter widths in em, typical of sans-serif fonts; accurate enough to separate columns and wrap lines. */
const NARROW = new Set([..."iIlj.,:;'|!()[]{}tfr-/ "]);
const WIDE = new Set([...'mwMW@%']);
const NARROW_EM = 0.29;
const WIDE_EM = 0.86;
const LETTER_EM = 0.54;
const CAPITAL_EM = 0.68;
/** Chinese, Japanese and Korean characters are square. */
const SQUARE = /[\u1100-\u11ff\u2e80-\ud7a3\uf900-\ufaff\uff00-\uff60]/;
const BOLD_FACTOR = 1.06;

export const SPACE_EM = 0.28;

/** Width of a text in points. */
export function textWidth(text: string, size: number, bold: boolean): number {
  let em = 0;
  for (const letter of text) em += letterEm(letter);
  return em * size * (bold ? BOLD_FACTOR : 1);
}

function letterEm(letter: string): number {
  if (NARROW.has(letter)) return NARROW_EM;
  if (WIDE.has(letter)) return WIDE_EM;
  if (letter >= 'A' && letter <= 'Z') return CAPITAL_EM;
  return SQUARE.test(letter) ? 1 : LETTER_EM;
}
