import type { Parser } from 'htmlparser2';

/** Characters between two turns of the event loop and looks at the depth: about 2 ms of text, 20 ms of dense tags. */
const CHUNK = 32_768;

/**
 * Gives a text to a parser in pieces, with a turn for the event loop after each; false when more than `most` elements
 * are open at a time, and the rest is left. The parser's work grows with the square of the elements left open.
 */
export async function feedMarkup(
  parser: Parser,
  text: string,
  depth: () => number,
  most: number,
  pause: () => Promise<void>,
): Promise<boolean> {
  for (let at = 0; at < text.length; at += CHUNK) {
    if (at > 0) await pause();
    parser.write(text.slice(at, at + CHUNK));
    if (depth() > most) return false;
  }
  parser.end();
  return true;
}
