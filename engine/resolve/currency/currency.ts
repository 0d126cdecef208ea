import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import { CURRENCY_CODES, CURRENCY_OF_COUNTRY, CURRENCY_SIGNS } from '../../candidates/currency.data.ts';
import { LANGUAGES } from '../../languages/index.ts';
import type { Segment, Span } from '../../layout/lines.ts';
import { foldText } from '../../normalise/fold-text.ts';
import { isIban } from '../../validate/iban.ts';
import type { Choice } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { isSurelyRead, surestFirst } from '../printed/sure-reading.ts';
import { marketsOf } from './market.ts';

interface Vote {
  weight: number;
  /** Exact and other positions, in document order. */
  readonly exactSpans: Span[];
  readonly otherSpans: Span[];
  /** Printed as an ISO code or a sign that belongs to one currency. */
  exact: boolean;
  signs: Set<string>;
  /** Lines on which it is read reliably, as page and line. */
  sureLines: Set<string>;
  /** Other currencies of a shared sign that nothing resolves. */
  readonly open: Set<string>;
}

const LINES_OF_ONE_CURRENCY = 3;

/** Words that name a currency in a text, case-folded. */
const NAMED =
  /\b(?:US Dollars?|U\.S\. Dollars?|Euros?|Pounds? Sterling|Swiss Francs?|Canadian Dollars?|Australian Dollars?)\b/gi;
const CODE_OF_NAME: Readonly<Record<string, string>> = {
  us: 'USD',
  'u.s.': 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  swiss: 'CHF',
  canadian: 'CAD',
  australian: 'AUD',
};
/** Most words of a table; neither codes nor signs start with a digit. */
const STARTS_WITH_DIGIT = /^\d/;
const CODE_WORD = /^[([]?([A-Z]{3})[)\]:,.]?$/;

/**
 * Chooses the currency with the most votes from amounts, codes and currency labels. A shared sign counts for the
 * country that the document points to; without exactly one such country, all its currencies stay open for review.
 */
export function resolveCurrency(context: ResolveContext): Choice | undefined {
  const votes = new Map<string, Vote>();
  const add = (code: string, weight: number, span: Span, exact: boolean, sign: string): Vote => {
    const vote = votes.get(code) ?? {
      weight: 0,
      exactSpans: [],
      otherSpans: [],
      exact: false,
      signs: new Set<string>(),
      sureLines: new Set<string>(),
      open: new Set<string>(),
    };
    // OCR confuses currency signs with letters and digits.
    if (isSurelyRead(span)) vote.sureLines.add(`${span.segment.page}:${span.segment.line}`);
    vote.weight += weight;
    vote.exact ||= exact;
    vote.signs.add(sign);
    (exact ? vote.exactSpans : vote.otherSpans).push(span);
    votes.set(code, vote);
    return vote;
  };
  const shared: AmountCandidate[] = [];
  for (const page of context.pages) {
    for (const [, candidates] of page.candidates) {
      for (const amount of candidates.filter(isKind('amount'))) {
        const code = amount.currency === undefined ? undefined : codeOfSign(amount.currency);
        if (code !== undefined) add(code, 1, amount, true, amount.currency ?? '');
        else if (amount.currency !== undefined) shared.push(amount);
      }
    }
    for (const line of page.layout.lines) {
      for (const segment of line.segments) {
        segment.words.forEach((word, i) => {
          if (STARTS_WITH_DIGIT.test(word.text)) return;
          const code = CODE_WORD.exec(word.text)?.[1];
          if (code !== undefined && CURRENCY_CODES.has(code) && isMeant(segment, i))
            add(code, 1.5, { segment, start: i, end: i + 1 }, true, code);
          const sign = SIGN_WORDS.get(word.text.replace(/[()[\]:]/g, ''));
          if (sign !== undefined)
            add(sign, 0.8, { segment, start: i, end: i + 1 }, true, word.text.replace(/[()[\]:]/g, ''));
          if (/^\(?€\)?$/.test(word.text)) add('EUR', 0.5, { segment, start: i, end: i + 1 }, true, '€');
        });
        for (const match of segment.text.matchAll(NAMED)) {
          const code = CODE_OF_NAME[(match[0].split(' ')[0] ?? '').toLowerCase()];
          if (code !== undefined) add(code, 1.5, { segment, start: 0, end: segment.words.length }, true, match[0]);
        }
      }
    }
  }
  const settled = new Map<string, readonly string[]>();
  for (const amount of shared) {
    const sign = amount.currency ?? '';
    const codes = CURRENCY_SIGNS.find((entry) => entry.sign === sign)?.shared ?? [];
    const meant = settled.get(sign) ?? settle(codes, votes, context);
    settled.set(sign, meant);
    const [code] = meant;
    if (code === undefined) continue;
    const vote = add(code, 1, amount, false, sign);
    if (meant.length > 1) for (const other of meant) if (other !== code) vote.open.add(other);
  }
  const [best, second] = [...votes].sort((a, b) => b[1].weight - a[1].weight);
  if (best === undefined) return undefined;
  const [code, vote] = best;
  const isOpen = vote.open.size > 0 && !vote.exact;
  const clear = second === undefined || vote.weight >= 3 * second[1].weight;
  // One code or sign beside amounts of several lines, and no other anywhere in the document.
  const onManyLines = vote.exact && vote.sureLines.size >= LINES_OF_ONE_CURRENCY;
  const surelyExact = vote.exact && vote.exactSpans.some(isSurelyRead);
  const ofCountry = surelyExact && countriesOf(context).has(code);
  const ofVendor = surelyExact && tenderOfTaxNumbers(context) === code;
  const twoForms = vote.signs.size >= 2 && vote.exact;
  return {
    value: code,
    // The last exact ones are nearest to the totals.
    spans: [...surestFirst(vote.exactSpans.toReversed()).slice(0, 1), ...vote.otherSpans.slice(0, 1)].slice(
      0,
      twoForms ? 2 : 1,
    ),
    score: !clear ? 0.6 : vote.exact ? 0.95 : 0.72,
    rule: vote.exact ? 'currency:printed' : isOpen ? 'currency:shared_sign' : 'currency:sign',
    alternatives: [...new Set([...(second === undefined ? [] : [second[0]]), ...(isOpen ? vote.open : [])])].map(
      (value) => ({ value, confidence: isOpen ? SHARED_CONFIDENCE : 0.2 }),
    ),
    checks: clear
      ? [
          ...(twoForms || onManyLines ? ['repeated:currency'] : []),
          ...(ofCountry ? ['currency_of_account'] : []),
          ...(ofVendor ? ['currency_of_vendor'] : []),
        ]
      : [],
    proof: (twoForms || onManyLines || ofCountry || ofVendor) && clear && second === undefined && vote.open.size === 0,
    ambiguous: isOpen,
  };
}

/** Confidence of each further currency of a sign that many countries share. */
const SHARED_CONFIDENCE = 0.1;

/**
 * Resolves a shared sign to one currency, or lists all candidates, most likely first. A printed code decides, else the
 * country; currencies of contradicting countries are listed after a code.
 */
function settle(
  codes: readonly string[],
  votes: ReadonlyMap<string, Vote>,
  context: ResolveContext,
): readonly string[] {
  const printed = codes.filter((code) => votes.get(code)?.exact === true);
  const markets = marketsOf(codes, context);
  if (printed.length === 1) return [...new Set([...printed, ...markets])];
  const meant = printed.length > 1 ? printed : markets;
  return meant.length === 1 ? meant : [...new Set([...meant, ...codes])];
}

function codeOfSign(sign: string): string | undefined {
  return CURRENCY_CODES.has(sign) ? sign : CURRENCY_SIGNS.find((entry) => entry.sign === sign)?.code;
}

/** Currencies of the countries of the valid IBANs in the document. */
function countriesOf(context: ResolveContext): ReadonlySet<string> {
  const found = context.pages.flatMap((page) => [...page.candidates.values()].flat().filter(isKind('iban')));
  const codes = found
    .filter(({ value }) => isIban(value))
    .map(({ value }) => CURRENCY_OF_COUNTRY.get(value.slice(0, 2)) ?? '');
  return new Set(new Set(codes).size === 1 ? codes : []);
}

/** Currency of the countries of the document's tax numbers; undefined unless they share one. */
function tenderOfTaxNumbers(context: ResolveContext): string | undefined {
  const numbers = context.pages.flatMap((page) => [...page.candidates.values()].flat().filter(isKind('tax_id')));
  const tenders = new Set(numbers.map(({ value }) => CURRENCY_OF_COUNTRY.get(value.slice(0, 2)) ?? ''));
  return tenders.size === 1 ? [...tenders][0] : undefined;
}

const MONEY_WORDS = LANGUAGES.flatMap(({ moneyWords }) => moneyWords ?? []);

function speaksOfMoney(text: string): boolean {
  const folded = foldText(text);
  return MONEY_WORDS.some((word) => folded.includes(word));
}

/**
 * A code in brackets, alone, or beside a number or a word for money is a currency; elsewhere three capitals are a name.
 */
function isMeant(segment: Segment, i: number): boolean {
  const word = segment.words[i]?.text ?? '';
  if (/^[([]/.test(word) || segment.words.length === 1) return true;
  const near = [segment.words[i - 1]?.text ?? '', segment.words[i + 1]?.text ?? ''];
  return near.some((text) => /^[-(]?[\d.,]*\d[.,]\d{2}\)?$/.test(text)) || speaksOfMoney(segment.text);
}

/** Signs of a single currency that are printed apart from their amounts: `Total (RM)`. */
const SIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ['RM', 'MYR'],
  ['zł', 'PLN'],
  ['zl', 'PLN'],
  ['Kč', 'CZK'],
  ['R$', 'BRL'],
  ['US$', 'USD'],
  ['₹', 'INR'],
]);
