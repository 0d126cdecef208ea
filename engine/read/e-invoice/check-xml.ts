import { XMLValidator } from 'fast-xml-parser';
import { MAX_XML_DEPTH, MAX_XML_TAG, MAX_XML_TAGS } from '../limits.ts';

/** Why a file is not read as XML. */
export type XmlFault = 'too-large' | 'too-deep' | 'malformed';

/** Letters validated between two turns of the event loop (about 15 ms of dense tags). */
const PIECE = 131_072;
/** What begins like a tag and is none. Longer ones than this are not handed to the validator, which looks for their end only. */
const LONG = 1_000;
const SKIPPED = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<?', end: '?>' },
] as const;
/** A tag up to its end; values may hold the sign. The parts share no sign, so that it takes linear time. */
const TAG = /^<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/;
/** The longest reference, `&#x10ffff;`, with room. */
const REFERENCE = 32;

/**
 * The first fault of a text as XML; `undefined` where it is well-formed and within the limits. The validator cannot pause,
 * so it gets the text in pieces, each inside the elements that are open where it begins and ends.
 */
export async function findXmlFault(text: string, pause: () => Promise<void>): Promise<XmlFault | undefined> {
  const open: string[] = [];
  let tags = 0;
  /** The piece that is being put together, and where what is not in it yet begins. */
  let piece = '';
  let from = 0;
  /** Where the text in front of the next tag begins. */
  let textFrom = 0;
  const isSound = (to: number): boolean => {
    const closing = open.map((name) => `</${name}>`).reverse();
    const whole = `${piece}${text.slice(from, to)}${closing.join('')}`;
    piece = open.map((name) => `<${name}>`).join('');
    from = to;
    return XMLValidator.validate(whole) === true;
  };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', textFrom)) {
    // Outside of the root there is only white space to validate.
    for (let cut = cutBefore(text, from, textFrom, at); open.length > 0 && cut > from; ) {
      if (!isSound(cut)) return 'malformed';
      await pause();
      cut = cutBefore(text, from, textFrom, at);
    }
    const skipped = SKIPPED.find(({ start }) => text.startsWith(start, at));
    if (skipped !== undefined) {
      const end = text.indexOf(skipped.end, at + skipped.start.length);
      if (end < 0) return 'malformed';
      textFrom = end + skipped.end.length;
      if (textFrom - at <= LONG) continue;
      piece += text.slice(from, at);
      from = textFrom;
      continue;
    }
    const tag = TAG.exec(text.slice(at, at + MAX_XML_TAG))?.[0];
    if (tag === undefined) return text.indexOf('>', at + MAX_XML_TAG) < 0 ? 'malformed' : 'too-large';
    tags += 1;
    if (tags > MAX_XML_TAGS) return 'too-large';
    if (tag.startsWith('</')) open.pop();
    else if (!tag.endsWith('/>')) open.push(nameOf(tag));
    if (open.length > MAX_XML_DEPTH) return 'too-deep';
    textFrom = at + tag.length;
  }
  return open.length === 0 && isSound(text.length) ? undefined : 'malformed';
}

/** Where to end the piece that begins at `from`, before the tag at `at`; `from` where it may grow. */
function cutBefore(text: string, from: number, textFrom: number, at: number): number {
  if (at - from <= PIECE) return from;
  if (at - Math.max(from, textFrom) <= PIECE) return at;
  if (from < textFrom) return textFrom;
  // Text is cut in front of a reference, never in it.
  const reference = text.lastIndexOf('&', from + PIECE);
  return reference > from + PIECE - REFERENCE ? reference : from + PIECE;
}

/** The name at the beginning of a tag that opens an element. */
function nameOf(tag: string): string {
  return /^<([^ \t\n\r>]*)/.exec(tag)?.[1] ?? '';
}
