import { LICENCE_FIELDS, LICENCE_WORDS } from '../../documents/identity/licence-numbers.data.ts';
import type { Line, PageLayout, Segment, Span } from '../../layout/lines.ts';
import { findDates } from '../../normalise/dates.ts';
import { tokenise } from '../../normalise/fold-text.ts';
import { US_STATES } from '../../normalise/us-states.data.ts';
import { type Choice, type Choices, choiceOf } from '../base/choice.ts';

/** Score of a value after its field number; in an image the number may be a misread digit. */
const NUMBERED = 0.85;
/** Score of a state found only in the address. */
const FROM_ADDRESS = 0.7;
/** Minimum number of numbered lines on a licence; fewer may be an ordinary list. */
const MIN_NUMBERED = 3;
/** Maximum distance between lines of an address, in letter heights. */
const ADDRESS_GAP = 2;

interface Numbered {
  readonly number: string;
  readonly segment: Segment;
  readonly line: Line;
  /** The value's words in the segment. */
  readonly start: number;
  readonly text: string;
  /** Field named by the word beside the number, regardless of the number. */
  readonly name?: string;
}

/** Reads a driving licence by the field numbers printed before its values, and the issuing state of an American one. */
export function resolveLicence({ lines }: PageLayout): Choices {
  const choices: Choices = new Map();
  const numbered = lines.flatMap((line) => line.segments.flatMap((segment) => numberedIn(segment, line) ?? []));
  if (new Set(numbered.map(({ number }) => number)).size < MIN_NUMBERED) return choices;
  const american = isAmerican(lines);
  const names = { ...LICENCE_FIELDS.both, ...(american ? LICENCE_FIELDS.america : LICENCE_FIELDS.europe) };
  for (const item of numbered) {
    const name = item.name ?? names[item.number];
    if (name === undefined || choices.has(name)) continue;
    const choice = name === 'address' ? addressOf(item, lines) : numberedChoice(name, item, american);
    if (choice !== undefined) choices.set(name, choice);
  }
  const state = american ? stateOf(lines, choices.get('address')) : undefined;
  if (state !== undefined) choices.set('issuing_state', state);
  return choices;
}

const NUMBER = /^([1-9]|4[abcd]|1[0-8]|9a)[.):,]?$/;
const WORDS = new Map(
  LICENCE_WORDS.split('|').map((entry): [string, string] => [entry.split(' ')[0] ?? '', entry.split(' ')[1] ?? '']),
);
/** "4dLIC#ABC123": OCR drops spaces. */
const GLUED = new RegExp(`^(4[abcd]|[1-9])?(${[...WORDS.keys()].join('|')})[^\\p{L}\\p{N}]*(.*)$`, 'iu');

/** "4b. 01.02.2030", "4d LIC# ABC123", "1 SMITH": a standard field number, optionally its word, and a value. */
function numberedIn(segment: Segment, line: Line): Numbered | undefined {
  const texts = segment.words.map((word) => word.text);
  const number = NUMBER.exec((texts[0] ?? '').toLowerCase())?.[1];
  const first = number === undefined ? 0 : 1;
  const glued = GLUED.exec(texts[first] ?? '');
  const word = WORDS.get((glued?.[2] ?? '').toLowerCase());
  const rest = glued?.[3] ?? '';
  const exact = glued !== null && (rest === '' || /\d/.test(rest));
  if (number === undefined && !(exact && word !== undefined && word !== '')) return undefined;
  const start = exact && rest === '' ? first + 1 : first;
  const text = exact && rest !== '' ? [rest, ...texts.slice(first + 1)].join(' ') : texts.slice(start).join(' ');
  const name = exact && word !== '' ? word : undefined;
  if (text === '') return undefined;
  return {
    number: number ?? glued?.[1] ?? word ?? '',
    segment,
    line,
    start,
    text,
    ...(name !== undefined && { name }),
  };
}

/** American cards print words beside the numbers, and the holder's height and eye colour. */
function isAmerican(lines: readonly Line[]): boolean {
  const tokens = new Set(
    lines.flatMap(({ segments }) => segments.flatMap(({ text }) => tokenise(text).map((token) => token.text))),
  );
  return (
    ['sex', 'hgt', 'eyes', 'wgt', 'dob', 'exp', 'class', 'license', 'restrictions', 'end'].filter((word) =>
      tokens.has(word),
    ).length >= 3
  );
}

const LICENCE_NUMBER = /^(?=.*\d)[A-Z0-9/*-]{5,}$/;

function numberedChoice(
  name: string,
  { number, segment, start, text }: Numbered,
  american: boolean,
): Choice | undefined {
  const span: Span = { segment, start, end: segment.words.length };
  if (name.endsWith('_date')) {
    const [date] = findDates(text);
    const value = american ? (date?.monthFirst ?? date?.dayFirst) : (date?.dayFirst ?? date?.monthFirst);
    return value === undefined ? undefined : made(value, [span], number);
  }
  if (name === 'sex') return /^[MFX]$/.test(text) ? made(text, [span], number) : undefined;
  if (name === 'document_number') {
    // Some states print spaces inside the number; on other cards the next field follows after a space.
    const value = [text.replace(/\s/g, ''), text.split(' ')[0] ?? ''].find((one) => LICENCE_NUMBER.test(one));
    return value === undefined ? undefined : made(value, [span], number);
  }
  if (name === 'surname' || name === 'given_names')
    return /^\p{Lu}[\p{L}.' -]+$/u.test(text) ? made(text, [span], number) : undefined;
  return text.length > 1 ? made(text, [span], number) : undefined;
}

/** The line after the number and those below it, up to the next numbered line. */
function addressOf({ number, segment, start, line, text }: Numbered, lines: readonly Line[]): Choice | undefined {
  if (!/\p{L}{2}/u.test(text)) return undefined;
  const spans: Span[] = [{ segment, start, end: segment.words.length }];
  const parts = [text];
  const left = segment.words[start]?.box[0] ?? segment.box[0];
  const below = lines.slice(line.index + 1).flatMap(({ segments }) => segments);
  let last = segment;
  for (const next of below) {
    if (next.box[1] - last.box[3] > ADDRESS_GAP * segment.size) break;
    if (numberedStart(next) || Math.abs(next.box[0] - left) > 3 * segment.size) continue;
    if (!/\p{L}{2}/u.test(next.text)) continue;
    spans.push({ segment: next, start: 0, end: next.words.length });
    parts.push(next.text);
    last = next;
    if (/\d{4,5}(?:-\d{4})?$/.test(next.text) || parts.length > 2) break;
  }
  return made(parts.join(', '), spans, number);
}

function numberedStart({ words }: Segment): boolean {
  return NUMBER.test((words[0]?.text ?? '').toLowerCase());
}

/** The state whose name is printed on the card, else the one before the postal code of the address. */
function stateOf(lines: readonly Line[], address: Choice | undefined): Choice | undefined {
  for (const entry of US_STATES.split('|')) {
    const [name, code] = [entry.slice(0, -3), entry.slice(-2)];
    for (const { segments } of lines) {
      const segment = segments.find(
        ({ text }) =>
          tokenise(text)
            .map((token) => token.text)
            .join(' ') === name,
      );
      if (segment !== undefined) return made(code, [{ segment, start: 0, end: segment.words.length }], 'state');
    }
  }
  const inAddress = /\b([A-Z]{2}) \d{5}(?:-\d{4})?$/.exec(address?.value ?? '')?.[1];
  if (inAddress === undefined || address === undefined || !US_STATES.includes(` ${inAddress}`)) return undefined;
  const spans = address.spans.flatMap(({ segment }) => {
    const at = segment.words.findIndex(({ text }) => text === inAddress);
    return at < 0 ? [] : [{ segment, start: at, end: at + 1 }];
  });
  return { ...made(inAddress, spans, 'state'), score: FROM_ADDRESS };
}

function made(value: string, spans: readonly Span[], number: string): Choice {
  const rule = `licence:${number}`;
  return choiceOf({ value, spans, score: NUMBERED, rule });
}
