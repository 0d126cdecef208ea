import { type Segment, type Span, spanOfText, spanText } from '../layout/lines.ts';
import type { PageCandidates } from './collect.ts';
import { cleanName, isAddressText, type PartyCandidate, toParty, trimLine } from './party-block.ts';
import { looksLikeText, opensWithLabel, partyColumn, wholeSegment } from './party-column.ts';
import { POSTAL_LINE } from './party-words.ts';

/** Maximum line gap of a party below a return address, in letter heights; larger than elsewhere. */
const WINDOW_LINE_GAP = 2.2;
const SEPARATOR = /\s+[•·●|–—∙◦‧⋅*-]\s+|\s*[•●|‧⋅]\s*/;

/** The return address in window envelopes and footers: name, street and place on one line, separated by signs. */
export function senderLines(page: PageCandidates): PartyCandidate[] {
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
  return [...parties, ...commaLines(page, parties)];
}

/** A return address on two lines, in smaller print than the recipient below or with a postal code. */
export function stackedSenders(page: PageCandidates): PartyCandidate[] {
  return page.layout.lines.flatMap((line) =>
    runsOf(line.segments).flatMap((run): PartyCandidate[] => {
      const [head] = run;
      const address = piecesOf(run);
      if (
        head === undefined ||
        address.length < 2 ||
        address.length > 4 ||
        !isAddressText(spanText(address[0] ?? wholeSegment(head)))
      )
        return [];
      if (run.some((part) => BANK_WORD.test(part.text)) || opensWithLabel(page, head)) return [];
      const over = page.layout.lines[line.index - 1]?.segments.find(
        (other) => Math.abs(other.box[0] - head.box[0]) < head.size && head.box[1] - other.box[3] < head.size,
      );
      const under = firstUnder(page, head);
      const isSmall = under !== undefined && head.size < under.size * SMALL_PRINT;
      const hasPostal = address.some((piece) => POSTAL_LINE.test(spanText(piece)));
      if (over === undefined || under === undefined || !(isSmall || hasPostal) || !isPlainName(page, over)) return [];
      return [
        {
          page: line.page,
          name: wholeSegment(over),
          nameTail: undefined,
          nameText: cleanName(over.text),
          address,
          addressText: address.map(spanText).map(trimLine).join(', '),
          label: undefined,
          source: 'sender_line',
          id: undefined,
          hasPostal,
        },
      ];
    }),
  );
}

/** A return address is set this much smaller than the recipient. */
const SMALL_PRINT = 0.8;

function isPlainName(page: PageCandidates, segment: Segment): boolean {
  return (
    looksLikeText(segment) &&
    !opensWithLabel(page, segment) &&
    !isAddressText(segment.text) &&
    segment.words.length <= 8
  );
}

/** The same with commas: "Example AG, Weg 4, 12345 Place". A name, a street with its number, a postal line, no more. */
function commaLines(page: PageCandidates, known: readonly PartyCandidate[]): PartyCandidate[] {
  const taken = new Set(known.map(({ name }) => name?.segment));
  return page.layout.lines.flatMap((line) =>
    line.segments.flatMap((segment) => {
      if (taken.has(segment) || segment.text.length > LONGEST_SENDER || BANK_WORD.test(segment.text)) return [];
      const cut = COMMA_SENDER.exec(segment.text);
      if (cut === null || opensWithLabel(page, segment)) return [];
      const [whole, nameText = '', street = '', place = ''] = cut;
      if (isAddressText(nameText) || !isAddressText(street) || !POSTAL_LINE.test(place)) return [];
      const address = spanOfText(segment, nameText.length + 2, whole.length);
      return [
        {
          page: line.page,
          name: spanOfText(segment, 0, nameText.length),
          nameTail: undefined,
          nameText: cleanName(nameText),
          address: [address],
          addressText: trimLine(spanText(address)),
          label: undefined,
          source: 'sender_line' as const,
          id: undefined,
          hasPostal: true,
        },
      ];
    }),
  );
}

const COMMA_SENDER = /^([^,:\d]{2,60}), ([^,:]{3,50}), ([^,:]{4,50})(?:, [^,:\d]{2,30})?$/u;
/** A sender prints its name and address on part of a line. */
const LONGEST_SENDER = 130;

/** Maximum distance of the recipient below the return address of a window envelope, in letter heights. */
const WINDOW_HEIGHTS = 9;

/** The recipient in the window of an envelope: the column directly below the return address, at the same left edge. */
export function windowParties(page: PageCandidates, senders: readonly PartyCandidate[]): PartyCandidate[] {
  return senders.flatMap((sender) => {
    const segment = lowest(sender);
    if (segment === undefined || segment.box[1] > page.layout.page.height * 0.4) return [];
    const first = firstUnder(page, segment);
    if (first === undefined) return [];
    const lines = partyColumn(page, wholeSegment(first), WINDOW_LINE_GAP);
    if (lines.length < 2) return [];
    const party = toParty(page, lines, undefined, 'window');
    if (party === undefined) return [];
    // A foreign address may have no known postal line: all lines of the window belong to it.
    const rest = party.address.length > 0 ? party.address : lines.slice(1, 5);
    return [{ ...party, address: rest, addressText: rest.map(spanText).map(trimLine).join(', ') }];
  });
}

/** The line of a return address that the recipient stands under. */
function lowest({ name, address }: PartyCandidate): Segment | undefined {
  const last = address.at(-1)?.segment;
  return last !== undefined && name !== undefined && last.line > name.segment.line
    ? address[0]?.segment
    : name?.segment;
}

function firstUnder(page: PageCandidates, segment: Segment): Segment | undefined {
  const limit = segment.box[3] + WINDOW_HEIGHTS * Math.max(segment.size, 6);
  for (const line of page.layout.lines.slice(segment.line + 1)) {
    if (line.box[1] > limit) return undefined;
    const under = line.segments.find(
      (other) => Math.abs(other.box[0] - segment.box[0]) < 2.5 * Math.max(segment.size, other.size),
    );
    if (under !== undefined) return opensWithLabel(page, under) || !looksLikeText(under) ? undefined : under;
  }
  return undefined;
}

/** Bank account lines look like return addresses: names, eight-digit numbers, places. */
const BANK_WORD = /\b(?:BLZ|IBAN|SWIFT|BIC|Konto|Kto|Bankverbindung|Account)\b/;

/** Consecutive segments of one line with separators or small gaps between them. */
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

/** Unlabelled columns of lines that end in a postal line. */
export function addressBlocks(page: PageCandidates): PartyCandidate[] {
  const parties: PartyCandidate[] = [];
  const used = new Set<Segment>();
  for (const line of page.layout.lines) {
    for (const segment of line.segments) {
      if (used.has(segment) || segment.words.length > 9 || !looksLikeText(segment) || opensWithLabel(page, segment))
        continue;
      const lines = partyColumn(page, wholeSegment(segment));
      const postal = lines.findIndex((span) => POSTAL_LINE.test(spanText(span)));
      if (postal < 1) continue;
      for (const span of lines.slice(0, postal + 1)) used.add(span.segment);
      const party = toParty(page, lines, undefined, 'block');
      if (party === undefined || party.name === undefined || party.address.length === 0) continue;
      parties.push(party, ...blocksBeside(page, party.name.segment));
    }
  }
  return parties;
}

/** A block of names and places that begins on the line of an address block, in a column of its own. */
function blocksBeside(page: PageCandidates, first: Segment): PartyCandidate[] {
  const line = page.layout.lines[first.line];
  return (line?.segments ?? []).flatMap((segment): PartyCandidate[] => {
    if (segment === first || !isPlainName(page, segment) || /\d/.test(segment.text)) return [];
    if (segment.text === segment.text.toUpperCase() || Math.abs(segment.size - first.size) > first.size / 4) return [];
    const [name, ...rest] = partyColumn(page, wholeSegment(segment));
    const isBlock =
      rest.length > 0 &&
      rest.length <= BESIDE_LINES &&
      rest.every((span) => looksLikeText(span.segment) && !/[:#@]|www\./.test(span.segment.text)) &&
      !rest.some((span) =>
        (page.labels.get(span.segment) ?? []).some(({ opens, strength }) => opens && strength >= 0.9),
      );
    if (name === undefined || !isBlock || rest.some((span) => POSTAL_LINE.test(spanText(span)))) return [];
    return [
      {
        page: segment.page,
        name,
        nameTail: undefined,
        nameText: cleanName(spanText(name)),
        address: rest,
        addressText: rest.map(spanText).map(trimLine).join(', '),
        label: undefined,
        source: 'block',
        id: undefined,
        hasPostal: false,
      },
    ];
  });
}

/** Lines of such a block below its name. */
const BESIDE_LINES = 4;
