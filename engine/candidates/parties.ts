import { type Segment, type Span, spanOfText, spanText } from '../layout/lines.ts';
import { columnFrom } from '../layout/party-lines.ts';
import { foldText } from '../normalise/fold-text.ts';
import type { PageCandidates } from './collect.ts';
import { isLabelText, type Label, type LabelRole } from './labels.ts';
import { LEGAL_FORM, POSTAL_LINE, STREET_WORD } from './party-words.data.ts';

/** A name with the address under or behind it, wherever it stands; who it is, is decided later. */
export interface PartyCandidate {
  readonly page: number;
  readonly name: Span | undefined;
  /** The rest of a name that goes on in the next line. */
  readonly nameTail: Span | undefined;
  readonly nameText: string;
  readonly address: readonly Span[];
  readonly addressText: string;
  /** The party label that leads to it. */
  readonly label: Label | undefined;
  readonly source: 'label' | 'sender_line' | 'window' | 'block' | 'line';
  /** A number the block gives for the party (`Number: 4711`, `ID: ...`). */
  readonly id: Span | undefined;
  readonly hasPostal: boolean;
}

const PARTY_ROLES: ReadonlySet<LabelRole> = new Set(['vendor', 'customer', 'ship_to', 'vendor_bank_label']);
/** Lines under these labels are no part of a postal address. */
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
const MAX_PARTY_LINES = 9;
/** Under a label, lines of a party may stand further apart than elsewhere (letter heights). */
const LABELLED_GAP = 2.2;
const SEPARATOR = /\s+[•·●|–—∙◦‧⋅*-]\s+|\s*[•●|‧⋅]\s*/;

/** The line itself as a party: the letterhead, or the head of a receipt. */
export function partyFromLine(page: PageCandidates, segment: Segment): PartyCandidate | undefined {
  const lines = columnFrom(page.layout, whole(segment), MAX_PARTY_LINES, (next) => endsParty(page, next));
  return toParty(page, lines, undefined, 'line');
}

export function findParties(page: PageCandidates): PartyCandidate[] {
  const senders = senderLines(page);
  return [...labelledParties(page), ...senders, ...windowParties(page, senders), ...addressBlocks(page)];
}

function labelledParties(page: PageCandidates): PartyCandidate[] {
  const parties: PartyCandidate[] = [];
  for (const [segment, labels] of page.labels) {
    for (const label of labels) {
      if (!label.roles.some((role) => PARTY_ROLES.has(role)) || !isPartyLabel(segment, label)) continue;
      const first = firstLine(page, segment, label);
      if (first === undefined) continue;
      const lines = columnFrom(page.layout, first, MAX_PARTY_LINES, (next) => endsParty(page, next), LABELLED_GAP);
      const party = toParty(page, lines, label, 'label');
      if (party !== undefined)
        parties.push(party.address.length > 0 ? party : withLabelledAddress(page, segment, party));
    }
  }
  return parties;
}

/** `Customer: Example Ltd` beside or above `Address: 1 High Street`. */
function withLabelledAddress(page: PageCandidates, segment: Segment, party: PartyCandidate): PartyCandidate {
  for (const line of page.layout.lines.slice(segment.line, segment.line + 4)) {
    for (const other of line.segments) {
      const label = page.labels.get(other)?.[0];
      const near =
        line.index === segment.line
          ? other.place > segment.place
          : Math.abs(other.box[0] - segment.box[0]) < segment.size;
      if (label === undefined || !near || !label.opens || !label.roles.includes('address')) continue;
      const value = firstLine(page, other, label);
      if (value === undefined || !/\d/.test(spanText(value))) continue;
      const addressText = trimLine(spanText(value));
      return { ...party, address: [value], addressText, hasPostal: POSTAL_LINE.test(addressText) };
    }
  }
  return party;
}

/** A party label opens its segment and is the whole of it, or is followed by a colon. Prose ("to", "from") is not a label. */
function isPartyLabel(segment: Segment, label: Label): boolean {
  if (!label.opens) return false;
  const rest = segment.text.slice(label.textEnd);
  if (/^\s*[:：]/.test(rest) || /^\s*$/.test(rest)) return true;
  return label.phrase.includes(' ') && rest.length < 50 && !/^\s*\p{Ll}/u.test(rest);
}

/** Where the party of a label begins: behind it, right of it, or under it. */
function firstLine(page: PageCandidates, segment: Segment, label: Label): Span | undefined {
  const rest = segment.text.slice(label.textEnd);
  const lead = /^[\s:：#.\-–]*/.exec(rest)?.[0].length ?? 0;
  if (rest.slice(lead).trim().length >= 2) {
    const span = spanOfText(segment, label.textEnd + lead, segment.text.length);
    return /\p{L}/u.test(spanText(span)) ? span : undefined;
  }
  const line = page.layout.lines[segment.line];
  const right = line?.segments[segment.place + 1];
  const below = segmentBelow(page, segment);
  const rightFits = right !== undefined && !opensWithLabel(page, right) && looksLikeText(right);
  const belowFits = below !== undefined && !opensWithLabel(page, below) && looksLikeText(below);
  // A value right of its label is nearer than the one under it only within a narrow gap or when nothing is under it.
  if (rightFits && right !== undefined && (!belowFits || right.box[0] - segment.box[2] < 6 * segment.size))
    return whole(right);
  return belowFits && below !== undefined ? whole(below) : undefined;
}

function segmentBelow(page: PageCandidates, segment: Segment): Segment | undefined {
  for (let i = segment.line + 1; i <= segment.line + 4; i++) {
    const line = page.layout.lines[i];
    if (line === undefined || line.box[1] - segment.box[3] > 3 * segment.size) return undefined;
    const under = line.segments.find(
      (other) =>
        Math.abs(other.box[0] - segment.box[0]) < 1.5 * segment.size ||
        (other.box[0] < segment.box[2] &&
          other.box[2] > segment.box[0] &&
          other.box[0] > segment.box[0] - 4 * segment.size),
    );
    if (under !== undefined) return under;
  }
  return undefined;
}

function whole(segment: Segment): Span {
  return { segment, start: 0, end: segment.words.length };
}

export function opensWithLabel(page: PageCandidates, segment: Segment): boolean {
  const first = page.labels.get(segment)?.[0];
  if (first === undefined || !first.opens || first.phrase.length < 3) return false;
  const rest = segment.text.slice(first.textEnd);
  if (/^\s*[:#]/.test(rest) || rest.trim() === '') return true;
  // "Company Ltd" and "Street 5" open with words that are labels elsewhere.
  return first.strength >= 0.9 && first.phrase.includes(' ');
}

function looksLikeText(segment: Segment): boolean {
  return /\p{L}{2}/u.test(segment.text) && !/^[€$£]?\s?[\d.,]+\s?[€$£]?$/.test(segment.text);
}

function endsParty(page: PageCandidates, segment: Segment): boolean {
  return !isContact(page, segment) && opensWithLabel(page, segment);
}

/** Telephone, mail, tax and register lines: in the block of a party, but no part of its postal address. */
function isContact(page: PageCandidates, segment: Segment): boolean {
  if (/@|www\.|https?:/.test(segment.text)) return true;
  const first = page.labels.get(segment)?.[0];
  if (first === undefined || !first.opens || first.roles.some((role) => PARTY_ROLES.has(role))) return false;
  if (!first.roles.some((role) => CONTACT_ROLES.has(role))) return false;
  const rest = segment.text.slice(first.textEnd);
  return /^\s*[:.#]/.test(rest) || /\d/.test(rest) || rest.trim() === '';
}

/** Splits a column of lines into a name and the address under it. */
function toParty(
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
  const inline = splitInline(first);
  const nameIsAddress = isAddressText(spanText(inline.name)) && !LEGAL_FORM.test(spanText(inline.name));
  const name = nameIsAddress || isLabelText(spanText(inline.name)) ? undefined : inline.name;
  const second = lines[at + 1];
  const tail =
    second !== undefined && name !== undefined && continuesName(spanText(name), spanText(second)) ? second : undefined;
  const rest = lines.slice(tail === undefined ? at + 1 : at + 2);
  const address = [
    ...(nameIsAddress ? [inline.name] : []),
    ...inline.address,
    ...addressOf(rest, inline.address.length > 0, source === 'label'),
  ];
  const addressText = address.map(spanText).map(trimLine).join(', ');
  return {
    page: first.segment.page,
    name,
    nameTail: tail,
    nameText:
      name === undefined ? '' : cleanName([name, ...(tail === undefined ? [] : [tail])].map(spanText).join(' ')),
    address,
    addressText,
    label,
    source,
    id,
    hasPostal: POSTAL_LINE.test(addressText),
  };
}

/** "POPULAR BOOK" / "CO. (M) SDN BHD": the second line is little more than the legal form the first one lacks. */
function continuesName(name: string, next: string): boolean {
  return !LEGAL_FORM.test(name) && LEGAL_FORM.test(next) && next.split(/\s+/).length <= 4 && !/\d/.test(next);
}

/** "Name, Street 5, 12345 Town" on one line. */
function splitInline(span: Span): { name: Span; address: Span[] } {
  const text = spanText(span);
  if (!POSTAL_LINE.test(text)) return { name: span, address: [] };
  const comma = text.search(/\s*(?:,|\s[-–•·|]\s)/);
  if (comma < 2) return { name: span, address: [] };
  const words = text.slice(0, comma).split(/\s+/).length;
  if (isAddressText(text.slice(0, comma))) return { name: span, address: [] };
  const cut = span.start + words;
  if (cut >= span.end) return { name: span, address: [] };
  return { name: { ...span, end: cut }, address: [{ ...span, start: cut }] };
}

/** The lines from behind the name up to the postal line; without one, up to three lines from the street on. */
function addressOf(lines: readonly Span[], inlineAddress: boolean, labelled: boolean): Span[] {
  if (inlineAddress) return [];
  const useful = lines.filter((line) => !isSalutation(spanText(line)));
  const postal = useful.findIndex((line) => POSTAL_LINE.test(spanText(line)));
  if (postal >= 0) return useful.slice(0, postal + 1);
  const street = useful.findIndex((line) => STREET_WORD.test(foldText(spanText(line))) && /\d/.test(spanText(line)));
  if (street >= 0) return useful.slice(street, street + 3);
  // Under a party's label the lines are its address even when no form of it is known here.
  return labelled && useful.length >= 2 && useful.some((line) => /\d/.test(spanText(line))) ? useful.slice(0, 4) : [];
}

const SALUTATION =
  /^(?:attn|attention|z\.? ?hd|c\/o|herrn?|frau|mr|mrs|ms|messrs|m|mme|monsieur|madame|a l.attention|t\.?a\.?v|tav|sr|sra|spett\.?le|firma|company|name|to|an)\b[.:]?(?:\s|$)/;

/** A line that names a person to the attention of, or only greets. */
function isSalutation(text: string): boolean {
  const folded = foldText(text).trim();
  if (/^\(.*\)?$/.test(folded)) return true;
  return SALUTATION.test(folded) && !LEGAL_FORM.test(text) && folded.split(' ').length <= 4;
}

const KEY_VALUE = /^(\p{L}[\p{L}\s./-]{1,28}?)\s*[:：]\s*(.*)$/u;
const NAME_KEY =
  /^(?:name|nom|nome|nombre|naam|nazwa|company|company name|firma|razon social|ragione sociale|denominazione|denominacion|raison sociale|address|adresse|direccion|indirizzo|adres|street|strasse|morada|endereco)$/;
const NUMBER_KEY =
  /^(?:nummer|number|no|nr|id|numero|kundennummer|kunden nr|customer no|customer number|customer id|code client|num|id no)$/;

/** `Name: Example Ltd` inside a block is its value; other key-value lines (numbers, contacts) are no part of a postal address. */
function partyLine(line: Span): Span[] {
  const text = spanText(line);
  const match = KEY_VALUE.exec(text);
  if (match === null) return /^[:：]/.test(text) ? [] : [line];
  if (!NAME_KEY.test(foldText(match[1] ?? '')) || (match[2] ?? '') === '') return [];
  const words = text
    .slice(0, text.length - (match[2] ?? '').length)
    .trim()
    .split(/\s+/).length;
  const start = line.start + words;
  return start < line.end ? [{ ...line, start }] : [];
}

/** The number a key-value line of a block gives. */
function numberOfLine(line: Span): Span | undefined {
  const match = KEY_VALUE.exec(spanText(line));
  if (match === null || !NUMBER_KEY.test(foldText(match[1] ?? ''))) return undefined;
  const at = line.segment.words.findIndex((word, i) => i > line.start && i < line.end && /\d/.test(word.text));
  return at < 0 ? undefined : { segment: line.segment, start: at, end: at + 1 };
}

function isAddressText(text: string): boolean {
  if (POSTAL_LINE.test(text)) return true;
  const folded = foldText(text);
  return (
    /\d/.test(text) &&
    (STREET_WORD.test(folded) || /^\d+[a-z]?[ ,]/.test(folded) || /\p{L}{3,}.*\s\d{1,4}\s?[a-z]?$/u.test(folded))
  );
}

function trimLine(text: string): string {
  return text
    .replace(REGISTRATION, '')
    .replace(/^[\s,;•·|–-]+|[\s,;•·|–-]+$/g, '')
    .replace(/\s*[•·●|]\s*/g, ', ')
    .replace(/\s+-\s+/g, ', ');
}

/** A company number in brackets behind a name: `(249336-T)`, `(Co. Reg. No. 12345)`. */
const REGISTRATION = /\s*\((?:[^()]{0,24}\b(?:no|reg)\b[^()]{0,6})?[\dA-Z]{0,3}\d{4,}(?:-?[A-Z0-9]{1,3})?\)\s*$/i;

export function cleanName(text: string): string {
  return text.replace(/^[\s,;:•·●|–*-]+|[\s,;:•·●|–*-]+$/g, '').replace(/\s+/g, ' ');
}

/** The return address of window envelopes and footers: name, street and place on one line, parted by signs. */
function senderLines(page: PageCandidates): PartyCandidate[] {
  const parties: PartyCandidate[] = [];
  for (const line of page.layout.lines) {
    for (const run of runsOf(line.segments)) {
      const pieces = piecesOf(run);
      const postal = pieces.findIndex((piece) => POSTAL_LINE.test(spanText(piece)));
      const name = pieces[0];
      if (postal < 1 || postal > 4 || name === undefined || run.some((part) => BANK_WORD.test(part.text))) continue;
      const nameText = cleanName(spanText(name));
      if (isAddressText(nameText) || !/\p{L}{2}/u.test(nameText) || nameText.split(' ').length > 8) continue;
      const address = pieces.slice(1, postal + 1).filter((piece) => /[\p{L}\d]/u.test(spanText(piece)));
      parties.push({
        page: line.page,
        name,
        nameTail: undefined,
        nameText,
        address,
        addressText: address.map(spanText).map(trimLine).join(', '),
        label: undefined,
        source: 'sender_line',
        id: undefined,
        hasPostal: true,
      });
    }
  }
  return parties;
}

/** How far under its return address the recipient of a window envelope may stand, in letter heights. */
const WINDOW_HEIGHTS = 9;

/** The recipient in the window of an envelope: the column right under the return address, at the same left edge. */
function windowParties(page: PageCandidates, senders: readonly PartyCandidate[]): PartyCandidate[] {
  return senders.flatMap((sender) => {
    const segment = sender.name?.segment;
    if (segment === undefined || segment.box[1] > page.layout.page.height * 0.4) return [];
    const first = firstUnder(page, segment);
    if (first === undefined) return [];
    const lines = columnFrom(page.layout, whole(first), MAX_PARTY_LINES, (next) => endsParty(page, next), LABELLED_GAP);
    if (lines.length < 2) return [];
    const party = toParty(page, lines, undefined, 'window');
    if (party === undefined) return [];
    // A foreign address has no postal line we know: all lines of the window belong to it.
    const rest = party.address.length > 0 ? party.address : lines.slice(1, 5);
    return [{ ...party, address: rest, addressText: rest.map(spanText).map(trimLine).join(', ') }];
  });
}

function firstUnder(page: PageCandidates, segment: Segment): Segment | undefined {
  const limit = segment.box[3] + WINDOW_HEIGHTS * Math.max(segment.size, 6);
  for (const line of page.layout.lines.slice(segment.line + 1)) {
    if (line.box[1] > limit) return undefined;
    const under = line.segments.find((other) => Math.abs(other.box[0] - segment.box[0]) < 2.5 * segment.size);
    if (under !== undefined) return opensWithLabel(page, under) || !looksLikeText(under) ? undefined : under;
  }
  return undefined;
}

/** Lines of bank accounts look like return addresses: names, numbers of eight digits, places. */
const BANK_WORD = /\b(?:BLZ|IBAN|SWIFT|BIC|Konto|Kto|Bankverbindung|Account)\b/;

/** Segments of one line that follow each other with separators or small gaps. */
function runsOf(segments: readonly Segment[]): (readonly Segment[])[] {
  const runs: Segment[][] = [];
  for (const segment of segments) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    const near = previous !== undefined && segment.box[0] - previous.box[2] < 2.5 * Math.max(previous.size, 1);
    if (run !== undefined && near) run.push(segment);
    else runs.push([segment]);
  }
  return runs;
}

function piecesOf(run: readonly Segment[]): Span[] {
  const pieces: Span[] = [];
  for (const segment of run) {
    let start = 0;
    const hasSeparator = SEPARATOR.test(segment.text);
    segment.words.forEach((word, i) => {
      if (!hasSeparator || !/^[•·●|–—∙◦‧⋅*-]$/.test(word.text)) return;
      if (i > start) pieces.push({ segment, start, end: i });
      start = i + 1;
    });
    if (start < segment.words.length) pieces.push({ segment, start, end: segment.words.length });
  }
  return pieces.filter((piece) => /[\p{L}\d]/u.test(spanText(piece)));
}

/** Columns of lines that end in a postal line, with no label. */
function addressBlocks(page: PageCandidates): PartyCandidate[] {
  const parties: PartyCandidate[] = [];
  const used = new Set<Segment>();
  for (const line of page.layout.lines) {
    for (const segment of line.segments) {
      if (used.has(segment) || segment.words.length > 9 || !looksLikeText(segment) || opensWithLabel(page, segment))
        continue;
      const lines = columnFrom(page.layout, whole(segment), MAX_PARTY_LINES, (next) => endsParty(page, next));
      const postal = lines.findIndex((span) => POSTAL_LINE.test(spanText(span)));
      if (postal < 1) continue;
      for (const span of lines.slice(0, postal + 1)) used.add(span.segment);
      const party = toParty(page, lines, undefined, 'block');
      if (party !== undefined && party.name !== undefined && party.address.length > 0) parties.push(party);
    }
  }
  return parties;
}
