import { isTypeTitle } from '../classify/classify.ts';
import { type Line, mergeSegments, type PageLayout, type Segment } from '../layout/lines.ts';
import { foldText } from '../normalise/fold-text.ts';
import { standInOrder } from '../normalise/stand-in-order.ts';
import { isKind } from './candidate.ts';
import type { PageCandidates } from './collect.ts';
import { isAddressText } from './party-block.ts';
import { opensWithLabel } from './party-column.ts';
import { OWNED_BY, PLACE_WORD, POSTAL_LINE, STREET_WORD } from './party-words.ts';

/**
 * Kind of a line in the head of a receipt; `registration` contains a company or tax number, `entry` another key with
 * its value. `body` is the first item, count or date, which ends the head.
 */
export type HeadKind =
  | 'text'
  | 'address'
  | 'registration'
  | 'entry'
  | 'contact'
  | 'title'
  | 'greeting'
  | 'noise'
  | 'body';

export interface HeadLine {
  readonly kind: HeadKind;
  readonly segment: Segment;
  readonly text: string;
}

/** Maximum number of lines in the head of a receipt. */
const MAX_HEAD_LINES = 16;
/** Recognised words below this confidence are more often specks and strokes than print. */
const SPECK_CONFIDENCE = 0.35;

/** Returns the lines from the top of a page to the first line of the sale, excluding it. */
export function headLines(page: PageCandidates): readonly HeadLine[] {
  const head: HeadLine[] = [];
  const smallest = MIN_SIZE * middleSize(page.layout);
  let left = MAX_HEAD_LINES;
  for (const whole of page.layout.lines) {
    const line = withoutStrays(whole);
    const segment = mergeSegments(line);
    if (segment === undefined || segment.size < smallest) continue;
    if (left-- === 0) break;
    const kind = kindOf(page, line, segment);
    const started = head.some((known) => known.kind === 'text' || known.kind === 'address');
    if (kind === 'body' && started) break;
    head.push({ kind, segment, text: segment.text });
  }
  return head;
}

/** Lines below this share of the page's usual height are table texture or handwriting. */
const MIN_SIZE = 0.4;

function middleSize({ page, lines }: PageLayout): number {
  if (page.source !== 'ocr') return 0;
  const sizes = lines.flatMap(({ segments }) => segments.map(({ size }) => size)).toSorted((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

/** Artefacts that OCR reads in a fold or the background beside a line: a few low-confidence characters set apart. */
const STRAY_LETTERS = 3;
const STRAY_CONFIDENCE = 0.75;

function withoutStrays(line: Line): Line {
  const segments = line.segments.filter((segment) => !isStray(segment));
  const print = segments.some(({ text }) => /\p{L}{3}/u.test(text));
  return print ? { ...line, segments } : line;
}

function isStray({ text, words }: Segment): boolean {
  const signs = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (signs === 0) return words.every(({ confidence }) => confidence !== undefined);
  return signs <= STRAY_LETTERS && words.every(({ confidence = 1 }) => confidence < STRAY_CONFIDENCE);
}

const CONTACT =
  /^\W{0,2}(?:(?:customer|office|outlet|shop|store)\s)?(?:outlet(?=\W{0,3}\d)|tel|telp|telephone|telefon|telefono|telefone|phone|ph|fax|mobile|hp|h\/p|whatsapp|hotline|careline|call|e ?-?mail|email|web|website|site web|t|f)\b(?:\s?no)?\W{0,4}[+(\dx]|^\W{0,2}(?:tel|telephone|phone|fax|e ?-?mail|website|whatsapp)\b|\S@\S|www\.|https?:|\.com\b/;
const ONLY_PHONE = /^[^\p{L}]*[+(]?\d[\d\s()./+-]{7,}\D{0,3}$/u;
const TAX_NUMBER =
  /\b(?:gst|sst|vat|tva|iva|ust|uid|mwst|btw|nip|tin|abn|siret|siren|nif|cif|rfc|npwp|kvk|rut|cnpj|ein|ic|tax)\b\W{0,3}(?:reg(?:istration)?|id(?:ent)?|no|nr|num(?:ber|mer|ero)?|#)?.{0,14}\d{4}/;
const COMPANY_NUMBER =
  /\b(?:co|com|comp|company|business|br|roc|reg|regn|registration|licen[cs]e|store|shop|site|outlet|branch)\b\W{0,3}(?:reg|registration)?\W{0,3}(?:no|nr|number|id|#)\W{0,4}|^\(?[a-z]{0,3}\d{5,}\W{0,2}[a-z]{0,2}\W{0,2}$/;
const TITLE_WORDS =
  /\b(?:tax invoice|taxinvoice|invoice|receipt|reprint|duplicate|guest check|cash sales?|cash bill|bill no|quittung|kassenbon|ticket de caisse|scontrino|kassabon|order no)\b/;
const TITLE_MAX_WORDS = 5;
const GREETING =
  /^\W*(?:[wv]elco\w*|dine ?-?in|eat ?-?in|take ?-?(?:away|out)|carry ?-?out|to ?-?go|(?:to )?our ?store|thank|tq\b|goods sold|please|opening h|shopping h|business h|open daily|mon\b|sun\b|daily|posted$|customer copy|merchant copy|copy\b|willkommen|bienvenue|bienvenidos?|benvenuti|selamat|terima kasih)/;
const BODY_WORDS =
  /^\W*(?:qty|quantity|item|description|desc|code|cashier|table|pax|waiter|server|terminal|date|datum|fecha|data|time|order|counter|guests?|host|trans|check|chk|reg|clerk|doc|bill|rcpt|ticket|member|no\.? of)\b/;

const TWO_WORDS = [/\p{L}{3}/u, /\p{L}{4}/u] as const;

function kindOf(page: PageCandidates, line: Line, segment: Segment): HeadKind {
  const { text } = segment;
  const folded = foldText(spaced(text));
  if (isNoise(segment)) return 'noise';
  if (CONTACT.test(folded) || ONLY_PHONE.test(folded)) return 'contact';
  if (TAX_NUMBER.test(folded) && !POSTAL_LINE.test(text)) return 'registration';
  const words = folded.split(/\s+/).length;
  if (isTypeTitle(text) || (TITLE_WORDS.test(folded) && words <= TITLE_MAX_WORDS)) return 'title';
  if (COMPANY_NUMBER.test(folded) && !standInOrder(folded.replace(COMPANY_NUMBER, ''), TWO_WORDS))
    return 'registration';
  if (GREETING.test(folded)) return 'greeting';
  const own = line.segments.flatMap((part) => page.candidates.get(part) ?? []);
  if (own.some((one) => one.kind === 'date' || one.kind === 'time')) return 'body';
  if (own.some((one) => isKind('amount')(one) && one.form === 'decimal')) return 'body';
  if (/^\d{5,6}$/.test(text) || isAddressText(spaced(text)) || isPlace(text, folded)) return 'address';
  if (BODY_WORDS.test(folded)) return 'body';
  if (/\p{L}\s?[:=]/u.test(text) && !OWNED_BY.test(text)) return 'entry';
  const first = line.segments[0];
  return first !== undefined && opensWithLabel(page, first) && /[:#]|\d/.test(text) ? 'body' : 'text';
}

/** `Springville, UT` */
const CITY_AND_STATE = /^\p{Lu}[\p{L} .]{3,},\s?\p{Lu}{2}\.?$/u;

/** Narrow print and OCR join words: `145EClaytonSt` is treated as `145 EClayton St`. */
function spaced(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\d)(\p{L}{3})/gu, '$1 $2')
    .replace(/(\p{L}{4})(\d)/gu, '$1 $2');
}

/** A line typical of addresses: a street or building word with a number or a comma, or places separated by commas. */
function isPlace(text: string, folded: string): boolean {
  const [numbered, parted] = [/\d/.test(text), /,(?!\d)/.test(text)];
  if (CITY_AND_STATE.test(text)) return true;
  if (numbered && parted && /\p{L}{3}/u.test(text)) return true;
  return (
    ((numbered || parted) && (STREET_WORD.test(folded) || PLACE_WORD.test(folded))) ||
    /^\W*(?:no|lot|unit|blok|block)\b\W{0,3}\w*\d/.test(folded)
  );
}

/** Fewer than three letters, or letters with very low confidence. */
function isNoise({ text, words }: Segment): boolean {
  if (/^\d{5,6}$/.test(text)) return false;
  if (text.replace(/[^\p{L}]/gu, '').length < 2 && text.replace(/\D/g, '').length < 8) return true;
  return words.every(({ confidence }) => confidence !== undefined && confidence < SPECK_CONFIDENCE);
}
