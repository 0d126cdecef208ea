import { cleanName } from '../../candidates/party-block.ts';
import { LEGAL_FORM_AT_END, OWNED_BY, POSTAL_LINE } from '../../candidates/party-words.ts';
import { type HeadLine, headLines } from '../../candidates/receipt-lines.ts';
import type { Segment, Span } from '../../layout/lines.ts';
import { foldText } from '../../normalise/fold-text.ts';
import { isWithinEdits, lettersForDigits } from '../../normalise/near-text.ts';
import { type Choice, type Choices, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { addressLines, addressText, isNamedPlace, phoneOfHead, withoutContact } from './receipt-place.ts';

/**
 * Reads the seller from the head of a receipt: a stack of lines, in the order most tills print them (trading name,
 * registered name, company number, address, telephone, tax number). Names and addresses are never proved.
 */

/**
 * A registered name identifies the seller; the line above a company number is a name; a line at the top probably is.
 */
const NAME_SCORE = { registered: 0.84, numbered: 0.78, topmost: 0.7 } as const;
const ADDRESS_SCORE = { postal: 0.84, streetOnly: 0.66 };
/** Maximum number of words of a trading name set over two lines. */
const TWO_LINE_WORDS = 7;
const THREE_LINE_WORDS = 4;
const MAX_NAME_LINES = 3;
/** A longer line below a name is a slogan or the address. */
const MAX_SECOND_LETTERS = 16;
/** Maximum size ratio between two lines of one name. */
const SAME_NAME_SIZE = 1.5;
/** ... but the word for the kind of business may be in small print below the name. */
const TRADE_WORD =
  /^\W*(?:the )?(?:restaurante?|ristorante|cafe|coffee|bar|bar & grill|grill|pub|bistro|bakery|pizzeria|diner|deli|kitchen|market|supermarket|pharmacy|hotel|store|shop)\W*$/;
const TRADE_WORD_SIZE = 2.6;
const CLEAR_CONFIDENCE = 0.55;
/** A name with so few letters is accepted only if it is read reliably. */
const SHORT_NAME_LETTERS = 4;
const CERTAIN = 0.8;
const MIN_NAME_LETTERS = 3;
const PHONE_SCORE = 0.76;

export function resolveReceiptHead(context: ResolveContext): Choices {
  const choices: Choices = new Map();
  const page = context.pages[0];
  if (page === undefined) return choices;
  const lines = headLines(page).filter((line) => line.kind !== 'noise');
  const phone = phoneOfHead(lines, page);
  if (phone !== undefined)
    choices.set('vendor_phone', { ...headChoice(phone.value, [], PHONE_SCORE, 'head:phone'), spans: [phone] });
  const named = findName(lines);
  if (named !== undefined)
    choices.set('vendor_name', headChoice(named.text, named.lines, named.score, `head:${named.rule}`));
  const address = addressLines(lines, named?.lines.at(-1));
  if (address.length > 0) {
    const text = address.map(({ text }) => addressText(text)).join(', ');
    const score = POSTAL_LINE.test(text) ? ADDRESS_SCORE.postal : ADDRESS_SCORE.streetOnly;
    choices.set('vendor_address', headChoice(text, address, score, 'head:address'));
  }
  return choices;
}

interface Named {
  readonly text: string;
  readonly lines: readonly HeadLine[];
  readonly score: number;
  readonly rule: keyof typeof NAME_SCORE;
}

function findName(lines: readonly HeadLine[]): Named | undefined {
  const printed = lines.filter(({ kind }) => kind === 'text');
  const clear = printed.filter(readsClearly);
  const texts = clear.length > 0 ? clear : printed;
  const first = texts[0];
  const place = lines.findIndex(({ kind }) => kind === 'address');
  // A company named below the address owns the shop; it is the seller only if there is no other name.
  const zone = first === undefined || place < lines.indexOf(first) ? lines : lines.slice(0, place + 1);
  const own = zone.find((line) => mayBeRegistered(line) && isRegisteredName(line.text));
  if (own !== undefined) {
    const before = lines[lines.indexOf(own) - 1];
    const joined = before?.kind === 'text' && goesOn(nameText(own.text));
    return named(joined ? [before, own] : [own], 'registered');
  }
  if (first === undefined) return undefined;
  const stack = stackFrom(first, lines);
  if (stack.length > 1) return named(stack, 'topmost');
  const numbered = texts.find((line) => zone.includes(line) && lines[lines.indexOf(line) + 1]?.kind === 'registration');
  return numbered !== undefined ? named([numbered], 'numbered') : named([first], 'topmost');
}

/** Logos are recognised as a few letters with low confidence; a name is read better than that. */
function readsClearly({ text, segment }: HeadLine): boolean {
  const certain = segment.words.map(({ confidence }) => confidence ?? 1);
  const mean = certain.reduce((sum, one) => sum + one, 0) / Math.max(certain.length, 1);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return mean >= (letters < SHORT_NAME_LETTERS ? CERTAIN : CLEAR_CONFIDENCE) && letters >= MIN_NAME_LETTERS;
}

/** A line that starts with the words for a company number contains no name. */
function mayBeRegistered({ kind, text }: HeadLine): boolean {
  return (
    kind !== 'contact' && kind !== 'entry' && !/^\W*(?:co|company|reg|business|gst)\b\W*(?:reg|no|id)\b/i.test(text)
  );
}

/**
 * True if the second line continues the name above it: it starts with a joining sign, or is little more than a legal
 * form.
 */
function goesOn(name: string): boolean {
  const rest = name.replace(LEGAL_FORM_AT_END, '').replace(/\([^)]*\)|\b(?:co|cp)\b\.?/giu, '');
  return /^&/.test(name) || rest.replace(/[^\p{L}]/gu, '').length < 2;
}

function named(lines: readonly HeadLine[], rule: keyof typeof NAME_SCORE): Named {
  return { text: lines.map(({ text }) => nameText(text)).join(' '), lines, score: NAME_SCORE[rule], rule };
}

/** Consecutive short lines of about the same size are one name: `THE ROUND` above `TOWER`. */
function stackFrom(first: HeadLine, lines: readonly HeadLine[]): readonly HeadLine[] {
  const stack = [first];
  for (const next of lines.slice(lines.indexOf(first) + 1)) {
    const last = stack.at(-1) ?? first;
    const text = [...stack, next].map((line) => line.text).join(' ');
    const longest = stack.length === 1 ? TWO_LINE_WORDS : THREE_LINE_WORDS;
    if (stack.length === MAX_NAME_LINES || next.kind !== 'text' || isNamedPlace(next)) break;
    if (/[\d,(]/.test(next.text) || text.split(/\s+/).length > longest) break;
    if (next.text.length > MAX_SECOND_LETTERS || foldText(next.text) === foldText(last.text)) break;
    const [low, high] = [first.segment.size, next.segment.size].toSorted((a, b) => a - b);
    const gap = next.segment.box[1] - last.segment.box[3];
    const ratio = TRADE_WORD.test(foldText(next.text)) ? TRADE_WORD_SIZE : SAME_NAME_SIZE;
    if ((high ?? 0) > ratio * (low ?? 0) || gap > (high ?? 0)) break;
    stack.push(next);
  }
  return stack;
}

/** A name that ends in a legal form, ignoring brackets or digits after it. */
function isRegisteredName(text: string): boolean {
  const name = nameText(text);
  return LEGAL_FORM_AT_END.test(name) || hasMisreadForm(name);
}

/** `SON BHD`, `SDN BHO`: the form with the most letters that is set apart from the name. */
function hasMisreadForm(name: string): boolean {
  const tail = lettersForDigits(foldText(name.split(' ').slice(-2).join(''))).replace(/[^a-z]/g, '');
  return tail.length >= 5 && isWithinEdits(tail, 'sdnbhd', 1);
}

/** A company number after a name, optionally in brackets, and an outlet code after that. */
const NUMBER_BEHIND =
  /(?:[\s,]+|(?=[([{]))[([{]?\s?(?:(?:co|reg)[^()]{0,12})?[A-Z]{0,4}\d{4,}\s?-?\s?[A-Z0-9]{0,2}\s?[)\]}]?(?:\s?\([^)]{1,8}\))?[\s,.]*$/i;
/** Other names may follow the legal form and the number: `(306295-X) formerly known as ...`. */
const NUMBER_INSIDE = /(\p{L})\s?[([]\s?[A-Z]{0,3}\d{4,}\s?-?\s?[A-Z0-9]{0,2}\s?[)\]].*$/u;
const NUMBER_BEFORE = /^#?\d{4,}\s+/;
/** Single letters and strokes that OCR sees in a logo or a fold beside the name. */
const STRAY = /^[^\p{L}\p{N}&(]+|\s[^\p{L}\p{N})]+$/gu;

function nameText(text: string): string {
  const own = withoutContact(text)
    .replace(OWNED_BY, '')

    .replace(NUMBER_BEFORE, '')
    .replace(NUMBER_INSIDE, '$1')
    .replace(NUMBER_BEHIND, '')
    .replace(STRAY, '');
  return cleanName(own).replace(/,$/, '');
}

function headChoice(value: string, lines: readonly HeadLine[], score: number, rule: string): Choice {
  const spans = lines.map(({ segment }) => wholeLine(segment));
  return choiceOf({ value, spans, score, rule });
}

function wholeLine(segment: Segment): Span {
  return { segment, start: 0, end: segment.words.length };
}
