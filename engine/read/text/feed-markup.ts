import type { Parser } from 'htmlparser2';

/** Characters between two turns of the event loop and depth checks: about 2 ms of text, 20 ms of dense tags. */
const CHUNK = 32_768;

/**
 * Feeds a text to a parser in chunks, yielding to the event loop after each. Returns false and stops when more than
 * `most` elements are open at a time, because the parser's work grows with the square of the open elements.
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
