import { type Segment, type Span, spanOfText, spanText } from '../layout/lines.ts';
import { addressLines } from './address-lines.ts';
import type { PageCandidates } from './collect.ts';
import type { Label } from './labels.ts';
import { isContact, PARTY_ROLES, type PartyCandidate, toParty, trimLine } from './party-block.ts';
import { looksLikeText, opensWithLabel, partyColumn, wholeSegment } from './party-column.ts';
import { partyOfSection } from './party-sections.ts';
import { POSTAL_LINE } from './party-words.ts';
import { stackedParties } from './stacked-captions.ts';
import { addressBlocks, senderLines, stackedSenders, windowParties } from './unlabelled-parties.ts';

/** Maximum line gap of a party below a label, in letter heights; larger than elsewhere. */
const LABELLED_GAP = 2.2;

/** The line itself as a party: the letterhead, or the head of a receipt. */
export function partyFromLine(page: PageCandidates, segment: Segment): PartyCandidate | undefined {
  const lines = partyColumn(page, wholeSegment(segment));
  return toParty(page, lines, undefined, 'line');
}

/** Finds every party of a page: labelled, in return addresses, in address windows, in address blocks. */
export function findParties(page: PageCandidates): PartyCandidate[] {
  const senders = [...senderLines(page), ...stackedSenders(page)];
  return [
    ...labelledParties(page),
    ...senders,
    ...windowParties(page, senders),
    ...addressBlocks(page),
    ...stackedParties(page),
  ];
}

function labelledParties(page: PageCandidates): PartyCandidate[] {
  const parties: PartyCandidate[] = [];
  for (const [segment, labels] of page.labels) {
    for (const label of labels) {
      if (!label.roles.some((role) => PARTY_ROLES.has(role)) || !isPartyLabel(segment, label)) continue;
      const section = isAlone(segment, label) ? partyOfSection(page, segment, label) : undefined;
      if (section !== undefined) {
        parties.push(section);
        continue;
      }
      const first = firstLine(page, segment, label);
      if (first === undefined) continue;
      const lines = partyColumn(page, first, LABELLED_GAP);
      const party = toParty(page, lines, label, 'label');
      if (party !== undefined)
        parties.push(party.address.length > 0 ? party : withLabelledAddress(page, segment, party));
    }
  }
  return parties;
}

/** Nothing but signs stands behind the label. */
function isAlone(segment: Segment, label: Label): boolean {
  return !/[\p{L}\p{N}]/u.test(segment.text.slice(label.textEnd));
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
      if (value === undefined) continue;
      const address = wholeAddress(page, value);
      const addressText = address.map(spanText).map(trimLine).join(', ');
      if (!/\d/.test(addressText)) continue;
      return { ...party, address, addressText, hasPostal: POSTAL_LINE.test(addressText) };
    }
  }
  return party;
}

/** The value of an address caption and what stands under it: "Address: 1 High Street", and the place below. */
function wholeAddress(page: PageCandidates, value: Span): readonly Span[] {
  const lines = partyColumn(page, value).filter(
    ({ segment }) => segment === value.segment || !isContact(page, segment),
  );
  const found = addressLines(page, lines, true);
  return found[0] === value ? found : [value];
}

/** The line under a caption may be the same caption in another script: "BUYER", and the Arabic word for it below. */
function pastTranslation(page: PageCandidates, caption: Segment, below: Segment | undefined): Segment | undefined {
  if (below === undefined || isLatin(caption.text) === isLatin(below.text)) return below;
  const isShort = below.words.length <= TRANSLATION_WORDS && !/\d/.test(below.text);
  const next = isShort ? segmentBelow(page, below) : undefined;
  return next !== undefined && isLatin(next.text) === isLatin(caption.text) ? next : below;
}

const TRANSLATION_WORDS = 4;
const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text);

/** A party label is its whole segment, or starts it and is followed by a colon. Prose ("to", "from") is not a label. */
function isPartyLabel(segment: Segment, label: Label): boolean {
  if (!label.opens) return false;
  const rest = segment.text.slice(label.textEnd);
  if (/^\s*(?:\)\s*)?(?:[:：]|$)/.test(rest)) return true;
  return label.phrase.includes(' ') && rest.length < 50 && !/^\s*\p{Ll}/u.test(rest);
}

/** First line of a label's party: after it, right of it, or below it. */
function firstLine(page: PageCandidates, segment: Segment, label: Label): Span | undefined {
  const rest = segment.text.slice(label.textEnd);
  const lead = /^[\s):：#.\-–]*/.exec(rest)?.[0].length ?? 0;
  if (rest.slice(lead).trim().length >= 2) {
    const span = spanOfText(segment, label.textEnd + lead, segment.text.length);
    return /\p{L}/u.test(spanText(span)) ? span : undefined;
  }
  const line = page.layout.lines[segment.line];
  const right = line?.segments[segment.place + 1];
  const below = pastTranslation(page, segment, segmentBelow(page, segment));
  const rightFits = right !== undefined && !opensWithLabel(page, right) && looksLikeText(right);
  const belowFits = below !== undefined && !opensWithLabel(page, below) && looksLikeText(below);
  // A value to the right takes precedence over the one below only across a narrow gap or if there is nothing below.
  if (rightFits && right !== undefined && (!belowFits || right.box[0] - segment.box[2] < 6 * segment.size))
    return wholeSegment(right);
  return belowFits && below !== undefined ? wholeSegment(below) : undefined;
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
