import type { Segment } from '../layout/lines.ts';
import { spanOfText } from '../layout/lines.ts';
import { ibanLength } from '../validate/iban.ts';
import { hasVatForm, isAbn, isGstin, judgeVatNumber } from '../validate/tax-id.ts';
import type { IbanCandidate, IdentifierCandidate, PhoneCandidate, TaxIdCandidate, TimeCandidate } from './candidate.ts';

const IDENTIFIER = /[\p{L}\p{N}_](?:[\p{L}\p{N}_/.\-–&*]*[\p{L}\p{N}_*])?/gu;
const IBAN_START = /(?<![\p{L}\p{N}])([A-Z]{2})(\d{2})((?:[ -]?[A-Z0-9*]){10,30})/gu;
/**
 * After a lower-case letter or the name of a tax, a narrow space may have been lost: `intracommunautaireBE0190211159`,
 * `P.IVAIT…`.
 */
const VAT_START = /(?:(?<![\p{Lu}\p{N}])|(?<=IVA|TVA|VAT|BTW|DPH|MOMS))(?:CHE|[A-Z]{2})(?=[ .-]?[A-Z0-9])/gu;
/** A country prefix and up to fourteen characters with single spaces, dots or hyphens between. */
const VAT_RUN = /^(?:CHE|[A-Z]{2})[ .-]?(?:[A-Z0-9][ .-]?){7,14}/;
const ABN = /(?<![\p{L}\d])\d{2} ?\d{3} ?\d{3} ?\d{3}(?!\d)/gu;
const GSTIN = /(?<![\p{L}\p{N}])\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9](?![\p{L}\p{N}])/gu;
/**
 * Up to nine groups of at most five digits. The pattern is unambiguous at each position: five digits are a group before
 * another digit, fewer end their run, and the separator between two runs is never empty.
 */
const PHONE =
  /(?<![\p{L}\p{N}.,/-])(?:\+|00)?\(?(?:\d{5}(?=\d)|\d{1,5}(?!\d)\)?(?:(?:[ ./-]{1,3}\(?|\()(?=\d))?){2,9}(?![\p{L}\p{N}]|[.,/]\d)/gu;
const TIME = /(?<![\d:])([01]?\d|2[0-3])[:h]([0-5]\d)(?::[0-5]\d)?\s?([ap])?\.?(m)?\.?(?![\d:])/gi;

function found(segment: Segment, textStart: number, textEnd: number) {
  const { start, end } = spanOfText(segment, textStart, textEnd);
  return { segment, start, end, textStart, textEnd, text: segment.text.slice(textStart, textEnd) };
}

/** Finds every run with a digit that could be an identifier: `RE-20170509/505`, `CID-12345`, `2`. */
export function findIdentifiers(segment: Segment): IdentifierCandidate[] {
  const candidates: IdentifierCandidate[] = [];
  for (const match of segment.text.matchAll(IDENTIFIER)) {
    const value = match[0];
    if (!/\d/.test(value) || value.length > 40) continue;
    candidates.push({ kind: 'identifier', value, ...found(segment, match.index, match.index + value.length) });
  }
  return candidates;
}

/**
 * Finds IBANs by form and by the length for their country; the checksum is verified later. Numbers with masked digits
 * (`****`) are not IBANs.
 */
export function findIbans(segment: Segment): IbanCandidate[] {
  const candidates: IbanCandidate[] = [];
  for (const match of segment.text.matchAll(IBAN_START)) {
    const length = ibanLength(match[1] ?? '');
    const compact = match[0].replace(/[ -]/g, '');
    if (length === undefined || compact.length < length || compact.slice(0, length).includes('*')) continue;
    const textEnd = match.index + lengthWithBlanks(match[0], length);
    candidates.push({ kind: 'iban', value: compact.slice(0, length), ...found(segment, match.index, textEnd) });
  }
  return candidates;
}

function lengthWithBlanks(text: string, signs: number): number {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (!/[ -]/.test(text.charAt(i))) seen++;
    if (seen === signs) return i + 1;
  }
  return text.length;
}

/**
 * Finds VAT numbers with a country prefix, GSTINs and valid ABNs. National numbers without a prefix need a label and
 * are identifiers.
 */
export function findTaxIds(segment: Segment): TaxIdCandidate[] {
  const candidates: TaxIdCandidate[] = [];
  for (const match of segment.text.matchAll(VAT_START)) {
    const run = VAT_RUN.exec(segment.text.slice(match.index))?.[0];
    const length = run === undefined ? undefined : vatLength(run);
    if (run === undefined || length === undefined) continue;
    const value = run.slice(0, length);
    const verdict = judgeVatNumber(value);
    const valid = verdict === 'unknown' ? undefined : verdict === 'valid';
    candidates.push({ kind: 'tax_id', value, valid, ...found(segment, match.index, match.index + length) });
  }
  for (const match of segment.text.matchAll(GSTIN)) {
    candidates.push({
      kind: 'tax_id',
      value: match[0],
      valid: isGstin(match[0]),
      ...found(segment, match.index, match.index + match[0].length),
    });
  }
  for (const match of segment.text.matchAll(ABN)) {
    if (!isAbn(match[0])) continue;
    candidates.push({
      kind: 'tax_id',
      value: match[0],
      valid: true,
      ...found(segment, match.index, match.index + match[0].length),
    });
  }
  return candidates;
}

/**
 * Length of the longest prefix of a run that has the form of a VAT number and ends at a word's end; undefined if none
 * has.
 */
function vatLength(run: string): number | undefined {
  for (let length = run.trimEnd().length; length >= 8; length--) {
    const next = run.charAt(length);
    if (/[A-Z0-9]/.test(next) && /[A-Z0-9]/.test(run.charAt(length - 1))) continue;
    const text = run.slice(0, length);
    if (/[A-Z0-9]$/.test(text) && hasVatForm(text.replace(/[^A-Z0-9]/g, ''))) return length;
  }
  return undefined;
}

/** A day, a month and a year, in either order: no telephone number is grouped like that. */
const DATE_FORM = /^(?:[0-3]?\d[-./][0-3]?\d[-./](?:19|20)\d\d|(?:19|20)\d\d[-./][01]?\d[-./][0-3]?\d)$/;

/** Finds runs of 7 to 15 digits that may be a telephone number. */
export function findPhones(segment: Segment): PhoneCandidate[] {
  const candidates: PhoneCandidate[] = [];
  for (const match of segment.text.matchAll(PHONE)) {
    const digits = match[0].replace(/\D/g, '');
    if (digits.length < 7 || digits.length > 15) continue;
    const value = match[0].trim();
    if (DATE_FORM.test(value)) continue;
    candidates.push({ kind: 'phone', value, ...found(segment, match.index, match.index + value.length) });
  }
  return candidates;
}

/** Finds times of day: `14:05`, `2:05:33 PM`, `14h05`. */
export function findTimes(segment: Segment): TimeCandidate[] {
  const candidates: TimeCandidate[] = [];
  for (const match of segment.text.matchAll(TIME)) {
    const half = match[3]?.toLowerCase();
    let hour = Number(match[1]);
    if (half === 'p' && hour < 12) hour += 12;
    if (half === 'a' && hour === 12) hour = 0;
    const value = `${String(hour).padStart(2, '0')}:${match[2] ?? ''}`;
    const length = match[0].trimEnd().length;
    candidates.push({ kind: 'time', value, ...found(segment, match.index, match.index + length) });
  }
  return candidates;
}
