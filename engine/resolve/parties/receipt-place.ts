import { isKind, type PhoneCandidate } from '../../candidates/candidate.ts';
import type { PageCandidates } from '../../candidates/collect.ts';
import { trimLine } from '../../candidates/party-block.ts';
import { PLACE_WORD, STREET_WORD } from '../../candidates/party-words.ts';
import type { HeadLine } from '../../candidates/receipt-lines.ts';
import { foldText } from '../../normalise/fold-text.ts';

/** Address and telephone number in the head of a receipt. */

const MAX_ADDRESS_LINES = 7;

/**
 * The lines below the name, starting with the first place, until telephone, numbers or items; without a name, from the
 * top.
 */
export function addressLines(lines: readonly HeadLine[], name: HeadLine | undefined): readonly HeadLine[] {
  const from = name === undefined ? 0 : lines.indexOf(name) + 1;
  let start = lines.findIndex(({ kind }, i) => i >= from && kind === 'address');
  if (start < 0) return [];
  while (start > from && isNamedPlace(lines[start - 1])) start--;
  const address: HeadLine[] = [];
  for (const line of lines.slice(start, start + MAX_ADDRESS_LINES)) {
    if (line.kind !== 'address' && line.kind !== 'text') break;
    if (line.kind === 'text' && /^\(.*\)$/.test(line.text)) break;
    address.push(line);
  }
  return address;
}

/** The building or district of a shop, on a line of its own above the street. */
export function isNamedPlace(line: HeadLine | undefined): boolean {
  if (line?.kind !== 'text') return false;
  const folded = foldText(line.text);
  return PLACE_WORD.test(folded) || STREET_WORD.test(folded) || /,\s*$/.test(line.text);
}

/** The first telephone number of the head that is not the fax: tills print it with and without a word before it. */
export function phoneOfHead(lines: readonly HeadLine[], page: PageCandidates): PhoneCandidate | undefined {
  for (const { kind, segment } of lines) {
    if (kind !== 'contact' && kind !== 'address' && kind !== 'text' && kind !== 'entry') continue;
    for (const part of page.layout.lines[segment.line]?.segments ?? []) {
      const phone = (page.candidates.get(part) ?? []).find(
        (one) => isKind('phone')(one) && isPhoneOf(part.text.slice(0, one.textStart), one.value),
      );
      if (phone?.kind === 'phone') return phone;
    }
  }
  return undefined;
}

function isPhoneOf(before: string, value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  return digits >= 8 && digits <= 13 && !/\b(?:fax|gst|vat|tax|reg|id|no\.? ?of)\b[^\d]*$/i.test(before);
}

/** A telephone number at the end of an address line is not part of it. */
const CONTACT_BEHIND = /[\s,;(]*\b(?:tel|phone|fax|hp|h\/p)\b.*$/i;

export function withoutContact(text: string): string {
  return text.replace(CONTACT_BEHIND, '');
}

/** Converts an address line to its part of the value. */
export function addressText(text: string): string {
  return trimLine(withoutContact(text));
}
