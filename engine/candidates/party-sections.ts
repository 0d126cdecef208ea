import { type Segment, type Span, spanOfText, spanText } from '../layout/lines.ts';
import { foldText } from '../normalise/fold-text.ts';
import { isPostal } from './address-lines.ts';
import type { PageCandidates } from './collect.ts';
import type { Label } from './labels.ts';
import { cleanName, type PartyCandidate, trimLine } from './party-block.ts';
import type { PartyKey } from './party-keys.data.ts';
import { keyOf } from './party-keys.ts';

/**
 * Sections of keys and values under the caption of a party: "Buyer", and under it "Number: 5512", "Name: Baum KG",
 * "Address: Lindenhof 12". The keys mean what the caption says: a number in it is that party's.
 */

/** A section has at most this many lines. */
const MAX_LINES = 14;
/** Rows further apart than this many letter heights end it. */
const ROW_GAP = 2.4;
/** Lines of one value are no further apart than this. */
const LINE_GAP = 1.35;
/** Keys stand at the left edge of their caption, within this many letter heights. */
const EDGE = 2;
/** So many keys of known meaning, one of them a name, make a section. */
const LEAST_KEYS = 2;
const LONGEST_KEY = 30;

interface Row {
  readonly key: PartyKey;
  readonly value: Span;
}

/** The party of a section, when rows of keys follow the caption; undefined where prose or a plain block follows. */
export function partyOfSection(page: PageCandidates, segment: Segment, label: Label): PartyCandidate | undefined {
  const rows = rowsUnder(page, segment);
  const known = new Set(rows.map(({ key }) => key));
  known.delete('other');
  const name = rows.find(({ key }) => key === 'name')?.value;
  if (known.size < LEAST_KEYS || name === undefined) return undefined;
  const address = rows.filter(({ key }) => ADDRESS_KEYS.includes(key)).map(({ value }) => value);
  const addressText = address.map(spanText).map(trimLine).join(', ');
  return {
    page: segment.page,
    name,
    nameTail: undefined,
    nameText: cleanName(spanText(name)),
    address,
    addressText,
    label,
    source: 'label',
    id: rows.find(({ key }) => key === 'number')?.value,
    taxId: rows.find(({ key }) => key === 'tax_id')?.value,
    hasPostal: known.has('city') || address.some((line) => isPostal(spanText(line))),
  };
}

const ADDRESS_KEYS: readonly PartyKey[] = ['street', 'postal_code', 'city', 'country'];

function rowsUnder(page: PageCandidates, caption: Segment): readonly Row[] {
  const rows: Row[] = [];
  let bottom = caption.box[3];
  let last: Row | undefined;
  /** A key alone on its line, for the lines under it. */
  let heading: PartyKey | undefined;
  for (const line of page.layout.lines.slice(caption.line + 1, caption.line + 1 + MAX_LINES)) {
    const size = Math.max(caption.size, 1);
    const first = line.segments.find((segment) => Math.abs(segment.box[0] - caption.box[0]) < EDGE * size);
    const keyed = first === undefined ? undefined : rowOf(first, line.segments[first.place + 1]);
    if (keyed === 'alone') {
      heading = first === undefined ? undefined : keyOf(first.text);
      bottom = first?.box[3] ?? bottom;
      continue;
    }
    const goesOn = first === undefined ? continuation(line.segments, last) : headed(first, heading, bottom);
    const next = keyed ?? goesOn;
    // Lines of another column say nothing of this one.
    if (next === undefined && first === undefined) continue;
    if (next === undefined || next.value.segment.box[1] - bottom > ROW_GAP * size) break;
    rows.push(next);
    if (keyed !== undefined) heading = undefined;
    last = next;
    bottom = next.value.segment.box[3];
  }
  return rows;
}

/** `Key: value` in one segment, or a key and the segment right of it. */
function rowOf(segment: Segment, next: Segment | undefined): Row | 'alone' | undefined {
  const colon = segment.text.search(/[:：]/);
  const keyText = colon < 0 ? segment.text : segment.text.slice(0, colon);
  if (keyText.length > LONGEST_KEY) return undefined;
  const key = keyOf(keyText);
  const from = colon < 0 ? segment.text.length : colon + 1;
  const rest = /\S/.exec(segment.text.slice(from));
  if (rest !== null) return { key: key ?? 'other', value: spanOfText(segment, from + rest.index, segment.text.length) };
  if (key === undefined && colon < 0) return undefined;
  // "Address" above its lines, and the same key in the column beside it.
  if (next === undefined || foldText(next.text) === foldText(segment.text))
    return key === undefined ? undefined : 'alone';
  return { key: key ?? 'other', value: { segment: next, start: 0, end: next.words.length } };
}

/** A line under a key that stands alone: "Address", and its street and place below. */
function headed(segment: Segment, heading: PartyKey | undefined, bottom: number): Row | undefined {
  if (heading === undefined || !ADDRESS_KEYS.includes(heading)) return undefined;
  if (segment.box[1] - bottom > LINE_GAP * Math.max(segment.size, 1)) return undefined;
  return { key: heading, value: { segment, start: 0, end: segment.words.length } };
}

/** A value of two lines: the second stands alone under the first. */
function continuation(segments: readonly Segment[], last: Row | undefined): Row | undefined {
  if (last === undefined || !ADDRESS_KEYS.includes(last.key)) return undefined;
  const left = last.value.segment.words[last.value.start]?.box[0] ?? 0;
  const under = segments.find((segment) => Math.abs(segment.box[0] - left) < last.value.segment.size);
  return under === undefined
    ? undefined
    : { key: last.key, value: { segment: under, start: 0, end: under.words.length } };
}
