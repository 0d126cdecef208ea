import type { EngineHost, ReadOutcome, ReadPage, Word } from '#engine/model';
import { pageOf } from '../flow/lay-out.ts';
import { MAX_LAID_OUT_WORDS, MAX_PAGES, MAX_TEXT_BYTES } from '../limits.ts';
import { decodeText } from './decode-text.ts';

/** A typewriter page: ten characters per inch, six lines per inch. */
const LETTER_WIDTH = 6;
const LINE_HEIGHT = 12;
const SIZE = 10;
const ASCENT = 0.76;
const DESCENT = 0.21;
const MARGIN = 40;
const LINES_PER_PAGE = 63;
const TAB_WIDTH = 8;
/** In longer lines tabs only separate words: no sheet is that wide. */
const LONGEST_TABBED = 10_000;
/** Longer lines are wrapped: they are paragraphs, not table rows. */
const LONGEST_LINE = 160;
/**
 * Longest string without a space that may still be a word: hashes and long file names. Encoded data has no shorter
 * ones.
 */
const LONGEST_WORD = 64;
/** This many longer strings that make up nearly all characters of a page are encoded data. */
const FEWEST_ENCODED = 10;
const ENCODED_SHARE = 0.95;
/**
 * Longest string without a space that is kept: signed payment codes reach this length. Longer ones are encoded data.
 */
const LONGEST_RUN = 4_000;

/**
 * Lays out a text file like a typewriter: all characters are equally wide, so that columns aligned with spaces stay
 * aligned. A form feed starts a page. Encoded data, such as base64, does not become a page.
 */
export async function readPlainText(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    return { ok: false, error: { code: 'too_large', message: `The text is larger than ${MAX_TEXT_BYTES} bytes.` } };
  }
  const pages: ReadPage[] = [];
  let words = 0;
  for (const section of decodeText(bytes).split('\f')) {
    for (const lines of sheets(section)) {
      const page = lines.flatMap(wordsOfLine);
      words += page.length;
      if (words > MAX_LAID_OUT_WORDS || pages.length >= MAX_PAGES) {
        const message = `The text fills more than ${MAX_PAGES} pages.`;
        return { ok: false, error: { code: 'too_large', message } };
      }
      if (page.length > 0 && !isEncodedData(page)) pages.push(pageOf(page, pages.length));
      await host.pause();
    }
  }
  if (pages.length === 0) return { ok: false, error: { code: 'empty', message: 'The file holds no readable text.' } };
  return { ok: true, document: { mediaType: 'text/plain', method: 'text-layer', pages } };
}

/** Yields the lines of a text one page at a time; later lines are not examined before they are needed. */
function* sheets(text: string): Generator<readonly string[]> {
  let sheet: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at += line.length + 1;
    for (const part of wrapped(line)) {
      sheet.push(part);
      if (sheet.length < LINES_PER_PAGE) continue;
      yield sheet;
      sheet = [];
    }
  }
  if (sheet.length > 0) yield sheet;
}

function* wrapped(line: string): Generator<string> {
  let rest = withoutTabs(line.trimEnd());
  let run = 0;
  while (rest.length > LONGEST_LINE) {
    const space = rest.lastIndexOf(' ', LONGEST_LINE);
    const cut = space > 0 ? space : LONGEST_LINE;
    run = space > 0 ? 0 : run + cut;
    yield rest.slice(0, cut);
    rest = rest.slice(cut).trimStart();
    if (run < LONGEST_RUN) continue;
    const end = rest.search(/\s/);
    rest = end < 0 ? '' : rest.slice(end).trimStart();
    run = 0;
  }
  yield rest;
}

function withoutTabs(line: string): string {
  if (line.length > LONGEST_TABBED) return line.replaceAll('\t', ' ');
  let text = '';
  for (const [index, part] of line.split('\t').entries()) {
    if (index > 0) text += ' '.repeat(TAB_WIDTH - (text.length % TAB_WIDTH));
    text += part;
  }
  return text;
}

function isEncodedData(words: readonly Word[]): boolean {
  const lettersOf = (some: readonly Word[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const long = words.filter(({ text }) => text.length > LONGEST_WORD);
  return long.length >= FEWEST_ENCODED && lettersOf(long) >= ENCODED_SHARE * lettersOf(words);
}

function wordsOfLine(line: string, row: number): Word[] {
  const baseline = MARGIN + (row + 1) * LINE_HEIGHT;
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const x0 = MARGIN + index * LETTER_WIDTH;
    const box = [x0, baseline - SIZE * ASCENT, x0 + text.length * LETTER_WIDTH, baseline + SIZE * DESCENT] as const;
    return { text, box, size: SIZE, bold: false };
  });
}
