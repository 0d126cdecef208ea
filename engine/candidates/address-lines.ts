import { type Span, spanText } from '../layout/lines.ts';
import { foldText } from '../normalise/fold-text.ts';
import type { PageCandidates } from './collect.ts';
import { type LabelRole, rolesAtStart } from './labels.ts';
import { isCountry, POST_BOX, POSTAL_LINE, STREET_WORD } from './party-words.ts';

/** "São Paulo - SP, 01310-100": place, state and postal code as Brazil writes them, with no name before it. */
const PLACE_AND_STATE = /^[\p{L} .']+ ?[-–] ?\p{Lu}{2},? +\d{5}-?\d{3}$/u;
/** "Oslo 0150", "Aberdeen, 4711": a place and the code behind it, of whatever length; or the code alone on its line. */
const PLACE_AND_CODE = /^(?:\p{Lu}[\p{L}' .-]{1,40},?\s+)?\d{3,6}(?:[ -]\d{2,4})?$/u;
/** An address on one line: "45 Mill Park, Harbour City". */
const STREET_AND_PLACE = /^(?=.{0,60}\d)[\p{L}\d' ./-]{4,60}, ?\p{Lu}[\p{L}' ,.-]{2,60}$/u;
/** A gap of so many letter heights, so much wider than those above it, ends a block. */
const LINE_GAP = 1.35;
const WIDER = 1.5;
/** A line of digits and words may be a house number and its street before it is a postal code and its place. */
const HOUSE_NUMBER_FIRST = /^\d{1,5}[a-z]?\s+\p{L}/iu;
/** A country by its own name is the sender's own, and says nothing that the postal line does not. */
const OWN_NAME =
  /^(?:deutschland|oesterreich|osterreich|schweiz|suisse|nederland|italia|espana|polska|norge|sverige|danmark|suomi|cesko|ceska republika|slovensko|magyarorszag|brasil|belgique|belgie|turkiye|hellas)$/;
/** Lines from the street on when nothing tells the end of an address. */
const UNTOLD_LINES = 3;
/** The same under the caption of a party. */
const CAPTIONED_LINES = 4;

export function isPostal(text: string): boolean {
  return POSTAL_LINE.test(text.replace(POST_BOX, '')) || PLACE_AND_STATE.test(text);
}

export function isPlaceAndState(text: string): boolean {
  return PLACE_AND_STATE.test(text);
}

/**
 * The address in the lines behind a name. It ends at the postal line of its column and the country under it; without
 * a known form of postal line, where a place with a code follows a line with digits; else some lines from the street on.
 */
export function addressLines(page: PageCandidates, lines: readonly Span[], captioned: boolean): readonly Span[] {
  const texts = lines.map((line) => spanText(line));
  const postal = lastPostal(texts);
  if (postal !== undefined) return lines.slice(0, postal + 1 + Number(isForeignCountry(texts[postal + 1])));
  const street = texts.findIndex((text) => STREET_WORD.test(foldText(text)) && /\d/.test(text));
  if (street >= 0) return untilOther(page, lines.slice(street, street + UNTOLD_LINES));
  // Under a party's caption the lines are its address even when no form of it is known here.
  const isWhole = lines.length >= 2 || STREET_AND_PLACE.test(texts[0] ?? '');
  return captioned && isWhole && texts.some((text) => /\d/.test(text))
    ? untilOther(page, lines.slice(0, Math.min(CAPTIONED_LINES, untilGap(lines))))
    : [];
}

/** Index of the line that ends the first address of a column. */
function lastPostal(texts: readonly string[]): number | undefined {
  const known = texts.findIndex(isPostal);
  const shaped = texts.findIndex((text, i) => i > 0 && PLACE_AND_CODE.test(text) && /\d/.test(texts[i - 1] ?? ''));
  const first = known < 0 ? shaped : known;
  if (first < 0) return undefined;
  if (!HOUSE_NUMBER_FIRST.test(texts[first] ?? '')) return first;
  // A line without digits in between may be the name of the next party.
  const next = [first + 1, first + 2].find(
    (i) => isPostal(texts[i] ?? '') && texts.slice(first + 1, i).every((text) => /\d/.test(text)),
  );
  return next ?? first;
}

/** Number of lines before a gap that is wider than a line and than the gaps above it, or follows a whole address. */
function untilGap(lines: readonly Span[]): number {
  const gaps = lines.slice(1).map(({ segment }, i) => segment.box[1] - (lines[i]?.segment.box[3] ?? 0));
  const [first] = lines;
  const isWhole = first !== undefined && STREET_AND_PLACE.test(spanText(first));
  const end = gaps.findIndex((gap, i) => {
    const usual = i === 0 ? (isWhole ? 0 : gap) : Math.max(...gaps.slice(0, i));
    return gap > LINE_GAP * (lines[i]?.segment.size ?? 1) && gap > WIDER * usual;
  });
  return end < 0 ? lines.length : end + 1;
}

function isForeignCountry(text: string | undefined): boolean {
  const folded = foldText(text ?? '').trim();
  return isCountry(folded) && !OWN_NAME.test(folded);
}

/** The lines before a date, a time, an amount of money or a number of the document: none of these is in an address. */
function untilOther(page: PageCandidates, lines: readonly Span[]): readonly Span[] {
  const end = lines.findIndex(
    (line) =>
      rolesAtStart(spanText(line)).some((role) => HEAD_ROLES.has(role)) ||
      (page.candidates.get(line.segment) ?? []).some(
        (found) =>
          found.kind === 'date' || found.kind === 'time' || (found.kind === 'amount' && found.form === 'currency'),
      ),
  );
  return end < 0 ? lines : lines.slice(0, end);
}

const HEAD_ROLES: ReadonlySet<LabelRole> = new Set(['invoice_number', 'invoice_date', 'due_date', 'total', 'page']);
