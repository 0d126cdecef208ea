/** Character classes of a text, computed in one pass, to rule out formats before searching for them. */
export interface TextShape {
  /** Digits 0 to 9. */
  readonly digits: number;
  /** Runs of such digits, separated by other characters. */
  readonly digitRuns: number;
  /** Three consecutive letters, or any non-ASCII character (which may be a letter). */
  readonly hasWord: boolean;
  /** Two consecutive capitals A to Z. */
  readonly hasCapitals: boolean;
}

const NOT_ASCII = 0x80;
const WORD_LENGTH = 3;
const CAPITALS_LENGTH = 2;

export function shapeOf(text: string): TextShape {
  let digits = 0;
  let digitRuns = 0;
  let letters = 0;
  let capitals = 0;
  let hasWord = false;
  let hasCapitals = false;
  let inDigits = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    if (isDigit) {
      digits += 1;
      if (!inDigits) digitRuns += 1;
    }
    inDigits = isDigit;
    const isCapital = code >= 0x41 && code <= 0x5a;
    capitals = isCapital ? capitals + 1 : 0;
    letters = isCapital || (code >= 0x61 && code <= 0x7a) ? letters + 1 : 0;
    hasCapitals ||= capitals >= CAPITALS_LENGTH;
    hasWord ||= letters >= WORD_LENGTH || code >= NOT_ASCII;
  }
  return { digits, digitRuns, hasWord, hasCapitals };
}
