import { type Segment, type Span, spanText } from '../layout/lines.ts';
import { foldText } from '../normalise/fold-text.ts';
import { addressLines, isPlaceAndState, isPostal } from './address-lines.ts';
import type { PageCandidates } from './collect.ts';
import { isLabelText, type Label, type LabelRole } from './labels.ts';
import { LEGAL_FORM, NAME_KEYS, NUMBER_KEYS, POSTAL_LINE, SALUTATION, STREET_WORD } from './party-words.ts';

/** A name with the address below or after it, anywhere on the page; its role is decided later. */
export interface PartyCandidate {
  readonly page: number;
  readonly name: Span | undefined;
  /** Continuation of the name on the next line. */
  readonly nameTail: Span | undefined;
  readonly nameText: string;
  readonly address: readonly Span[];
  readonly addressText: string;
  /** The party label linked to it. */
  readonly label: Label | undefined;
  readonly source: 'label' | 'sender_line' | 'window' | 'block' | 'line';
  /** An identifier of the party given in the block (`Number: 4711`, `ID: ...`). */
  readonly id: Span | undefined;
  /** The tax number that a key of its section leads to. */
  readonly taxId?: Span | undefined;
  readonly hasPostal: boolean;
  /** Another line of text follows the address at once. */
  readonly goesOn?: true;
}

export const PARTY_ROLES: ReadonlySet<LabelRole> = new Set(['vendor', 'customer', 'ship_to', 'vendor_bank_label']);
/** Lines below these labels are not part of a postal address. */
const CONTACT_ROLES: ReadonlySet<LabelRole> = new Set([
  'phone',
  'fax',
  'email',
  'tax_id',
  'registration',
  'iban',
  'bic',
  'customer_id',
  'payment_terms',
]);
/** A line that is an international telephone number and nothing else. */
const INTERNATIONAL_NUMBER = /^\s*\+\d[\d\s().-]{6,20}$/;

/** Telephone, mail, tax and register lines: in the block of a party, but not part of its postal address. */
export function isContact(page: PageCandidates, segment: Segment): boolean {
  if (/@|www\.|https?:/.test(segment.text) || INTERNATIONAL_NUMBER.test(segment.text)) return true;
  const first = page.labels.get(segment)?.[0];
  if (first === undefined || !first.opens || first.roles.some((role) => PARTY_ROLES.has(role))) return false;
  if (!first.roles.some((role) => CONTACT_ROLES.has(role))) return false;
  const rest = segment.text.slice(first.textEnd);
  return /^\s*[:.#]/.test(rest) || /\d/.test(rest) || rest.trim() === '';
}

/** Splits a column of lines into a name and the address below it. */
export function toParty(
  page: PageCandidates,
  allLines: readonly Span[],
  label: Label | undefined,
  source: PartyCandidate['source'],
): PartyCandidate | undefined {
  const id = allLines.map(numberOfLine).find((found) => found !== undefined);
  const lines = allLines.filter((line) => !isContact(page, line.segment)).flatMap(partyLine);
  const at = lines.length > 1 ? lines.findIndex((line) => !isSalutation(spanText(line))) : 0;
  const first = lines[at];
  if (first === undefined) return undefined;
  const inline = splitInline(first, source === 'label');
  const nameIsAddress = isAddressText(spanText(inline.name)) && !LEGAL_FORM.test(spanText(inline.name));
  const printed = nameIsAddress || isLabelText(spanText(inline.name)) ? undefined : inline.name;
  const second = lines[at + 1];
  if (second !== undefined && printed !== undefined && repeatsName(spanText(printed), spanText(second)))
    return toParty(page, allLines.slice(allLines.indexOf(first) + 1), label, source) ?? undefined;
  const name = printed;
  const tail =
    second !== undefined && name !== undefined && continuesName(spanText(name), spanText(second)) ? second : undefined;
  const rest = lines.slice(tail === undefined ? at + 1 : at + 2);
  const address = [
    ...(nameIsAddress ? [inline.name] : []),
    ...inline.address,
    ...(inline.address.length > 0
      ? []
      : addressLines(
          page,
          rest.filter((line) => !isSalutation(spanText(line))),
          source === 'label',
        )),
  ];
  const addressText = address.map(spanText).map(trimLine).join(', ');
  return {
    page: first.segment.page,
    name,
    nameTail: tail,
    nameText:
      name === undefined
        ? ''
        : cleanName([name, ...(tail === undefined ? [] : [tail])].map(spanText).join(' ').replace(REGISTRATION, '')),
    address,
    addressText,
    label,
    source,
    id,
    hasPostal: address.some((line) => isPostal(spanText(line))) || POSTAL_LINE.test(addressText),
    ...(goesOn(rest, address) && { goesOn: true as const }),
  };
}

function goesOn(lines: readonly Span[], address: readonly Span[]): boolean {
  const last = address.at(-1);
  return last !== undefined && lines.includes(last) && lines.at(-1) !== last;
}

/** "UG (haftungsbeschränkt)", "Sp. z o.o.": the words of a legal form. */
const MAX_FORM_WORDS = 5;

/** "Example Supplies" in large type above "Example Supplies LLC": the second line is the full name. */
function repeatsName(name: string, next: string): boolean {
  const [short, long] = [name, next].map((text) => foldText(text).replace(/[^\p{L}\p{N}]/gu, ''));
  if (short === undefined || long === undefined || short.length < 4 || !long.startsWith(short)) return false;
  return long === short || (!/\d/.test(next) && next.split(/\s+/).length <= name.split(/\s+/).length + MAX_FORM_WORDS);
}

/** "POPULAR BOOK" / "CO. (M) SDN BHD": the second line is little more than the legal form missing from the first. */
function continuesName(name: string, next: string): boolean {
  return !LEGAL_FORM.test(name) && LEGAL_FORM.test(next) && next.split(/\s+/).length <= 4 && !/\d/.test(next);
}

/** The first comma or dash of a line that does not lead to a legal form: "Example Trading Co., Ltd., Street 5". */
function endOfName(text: string): number {
  for (const match of text.matchAll(NAME_END)) {
    const form = LEGAL_FORM.exec(text.slice(match.index));
    if (form === null || form.index > 1) return match.index;
  }
  return -1;
}

/** Behind the comma of a captioned name: a part with a number, and a place. */
const STREET_BEHIND = /^, ?[^,]{0,40}\d[^,]{0,40}, ?\p{Lu}/u;
const NAME_END = /,|\s[-–•·|]\s/g;

/** "Name, Street 5, 12345 Town" on one line. */
function splitInline(span: Span, captioned: boolean): { name: Span; address: Span[] } {
  const text = spanText(span);
  const comma = endOfName(text);
  const isStreet = captioned && comma > 0 && STREET_BEHIND.test(text.slice(comma));
  if ((!POSTAL_LINE.test(text) && !isStreet) || isPlaceAndState(text)) return { name: span, address: [] };
  if (comma < 2) return { name: span, address: [] };
  const words = text.slice(0, comma).split(/\s+/).length;
  if (isAddressText(text.slice(0, comma))) return { name: span, address: [] };
  const cut = span.start + words;
  if (cut >= span.end) return { name: span, address: [] };
  return { name: { ...span, end: cut }, address: [{ ...span, start: cut }] };
}

/** An "attention" line or a salutation. */
function isSalutation(text: string): boolean {
  const folded = foldText(text).trim();
  if (/^\(.*\)?$/.test(folded)) return true;
  return SALUTATION.test(folded) && !LEGAL_FORM.test(text) && folded.split(' ').length <= 4;
}

const KEY_VALUE = /^(\p{L}[\p{L}\s./-]{1,28}?)\s*[:：]\s*(.*)$/u;

/**
 * `Name: Example Ltd` inside a block is replaced by its value; other key-value lines (numbers, contacts) are not part
 * of a postal address.
 */
function partyLine(line: Span): Span[] {
  const text = spanText(line);
  const match = KEY_VALUE.exec(text);
  if (match === null) return /^[:：]/.test(text) ? [] : [line];
  if (!NAME_KEYS.has(foldText(match[1] ?? '')) || (match[2] ?? '') === '') return [];
  const words = text
    .slice(0, text.length - (match[2] ?? '').length)
    .trim()
    .split(/\s+/).length;
  const start = line.start + words;
  return start < line.end ? [{ ...line, start }] : [];
}

/** The identifier in a key-value line of a block. */
function numberOfLine(line: Span): Span | undefined {
  const match = KEY_VALUE.exec(spanText(line));
  if (match === null || !NUMBER_KEYS.has(foldText(match[1] ?? ''))) return undefined;
  const at = line.segment.words.findIndex((word, i) => i > line.start && i < line.end && /\d/.test(word.text));
  return at < 0 ? undefined : { segment: line.segment, start: at, end: at + 1 };
}

export function isAddressText(text: string): boolean {
  if (POSTAL_LINE.test(text) || isPlaceAndState(text)) return true;
  const folded = foldText(text);
  return /\d/.test(text) && (STREET_WORD.test(folded) || /^\d+[a-z]?[ ,]/.test(folded) || endsWithHouseNumber(folded));
}

/** A word followed by a number of up to four digits: "rue haute 12 b". */
function endsWithHouseNumber(folded: string): boolean {
  const number = /\s\d{1,4}\s?[a-z]?$/.exec(folded);
  return number !== null && /\p{L}{3}/u.test(folded.slice(0, number.index));
}

export function trimLine(text: string): string {
  return text
    .replace(REGISTRATION, '')
    .replace(/^[\s,;•·|–-]+|(?<![\s,;•·|–-])[\s,;•·|–-]+$/g, '')
    .replace(/\s*[•·●|]\s*/g, ', ')
    .replace(/\s+-\s+/g, ', ');
}

/** A company number in brackets after a name: `(249336-T)`, `(Co. Reg. No. 12345)`. */
const REGISTRATION = /\s*\((?:[^()]{0,24}\b(?:no|reg)\b[^()]{0,6})?[\dA-Z]{0,3}\d{4,}(?:-?[A-Z0-9]{1,3})?\)\s*$/i;

export function cleanName(text: string): string {
  return text.replace(/^[\s,;:•·●|–*-]+|(?<![\s,;:•·●|–*-])[\s,;:•·●|–*-]+$/g, '').replace(/\s+/g, ' ');
}
