import type { Parser } from 'htmlparser2';

/** Characters between two looks at the depth. The parser's work grows with the square of the elements left open. */
const CHUNK = 32_768;

/** Gives a text to a parser in pieces; false when more than `most` elements are open at a time, and the rest is left. */
export function feedMarkup(parser: Parser, text: string, depth: () => number, most: number): boolean {
  for (let at = 0; at < text.length; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    if (depth() > most) return false;
  }
  parser.end();
  return true;
}
