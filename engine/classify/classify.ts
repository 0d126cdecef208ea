import { DOCUMENT_TYPES, type DocumentType } from '#core/domain/document-types';
import { LANGUAGES } from '../languages/index.ts';
import type { PageLayout, Segment } from '../layout/lines.ts';
import { type Token, tokenise } from '../normalise/fold-text.ts';
import { namesAnOrder, namesBothSides } from './party-captions.ts';
import { TYPE_EVIDENCE } from './type-evidence.data.ts';

export interface Classification {
  readonly type: DocumentType;
  /** In [0, 1]. */
  readonly confidence: number;
}

interface Evidence {
  readonly type: DocumentType;
  readonly weight: number;
  readonly title: boolean;
  readonly tokens: readonly string[];
  /** Just as often the caption of a number: a title only where it is larger, opens the page or carries its number. */
  readonly isCaption: boolean;
}

/** Titles of orders that are just as often labels of an order number. */
const LABEL_WORDS: ReadonlySet<string> = new Set([
  'purchase order',
  ...'bestilling pedido orden ordine commande bestelling bestellung inkopsorder innkjopsordre indkobsordre ostotilaus tilaus objednavka encomenda bestallning ordre comanda zamowienie'.split(
    ' ',
  ),
]);

const EVIDENCE_BY_FIRST = index();
/** Number of pages examined: the first ones identify the document, the rest is detail. */
const PAGES_READ = 2;
/** Weight of a title phrase found in running text. */
const OUTSIDE_TITLE = 0.12;
/** ... and in the upper half before a number: "Facture: 123". */
const NAMING_TITLE = 0.4;
/** Weight of one repetition of a phrase; further ones do not count. */
const REPEAT_FACTOR = 0.3;
/** Minimum score to report a type. */
const MIN_SCORE = 2.5;

function index(): ReadonlyMap<string, readonly Evidence[]> {
  const map = new Map<string, Evidence[]>();
  for (const { name, type, weight, title } of TYPE_EVIDENCE) {
    for (const phrase of LANGUAGES.flatMap(({ typeEvidence }) => typeEvidence?.[name] ?? [])) {
      const tokens = phrase.split(' ');
      const isCaption = name === 'trade_paper_title' || LABEL_WORDS.has(phrase);
      // OCR often drops spaces.
      const glued = tokens.length > 1 ? [tokens, [tokens.join('')]] : [tokens];
      for (const variant of glued) {
        const first = variant[0] ?? '';
        map.set(first, [...(map.get(first) ?? []), { type, weight, title, tokens: variant, isCaption }]);
      }
    }
  }
  return map;
}

/**
 * Determines the document type from titles and typical phrases in any known language; never one of the `excluded`
 * types.
 */
export function classifyDocument(
  layouts: readonly PageLayout[],
  excluded: readonly DocumentType[] = [],
): Classification {
  const scores = new Map<DocumentType, number>(DOCUMENT_TYPES.map((type) => [type, 0]));
  const seen = new Map<string, number>();
  const body = { size: typicalSize(layouts), bold: mostlyBold(layouts) };
  for (const layout of layouts.slice(0, PAGES_READ)) {
    const pageFactor = layout === layouts[0] ? 1 : 0.4;
    for (const line of layout.lines) {
      for (const segment of line.segments) {
        collect(segment, (evidence) => {
          const key = `${evidence.type}:${evidence.tokens.join(' ')}`;
          const times = seen.get(key) ?? 0;
          seen.set(key, times + 1);
          if (times > 1) return;
          const weight =
            evidence.weight *
            titleShare(segment, evidence, layout, body) *
            pageFactor *
            (times === 0 ? 1 : REPEAT_FACTOR);
          scores.set(evidence.type, (scores.get(evidence.type) ?? 0) + weight);
        });
      }
    }
  }
  scores.set('receipt', (scores.get('receipt') ?? 0) + slipWeight(layouts[0]) + tillWeight(layouts[0]));
  for (const type of excluded) scores.delete(type);
  const decided = decide(scores);
  const named = decided.type !== 'other' || (scores.get('other') ?? 0) >= MIN_SCORE;
  if (named || !isSmallSale(layouts)) return decided;
  if (isSheet(layouts[0]) && namesAnOrder(layouts[0])) return { type: 'purchase_order', confidence: 0.55 };
  // A sheet that names a recipient or terms of payment was mailed, not printed by a till.
  const addressed = (scores.get('invoice') ?? 0) >= MAILED_SCORE || namesBothSides(layouts[0]);
  const mailed = addressed && isSheet(layouts[0]);
  return mailed ? { type: 'invoice', confidence: 0.55 } : { type: 'receipt', confidence: 0.6 };
}

/** True for a text that is exactly the title of a document type. */
export function isTypeTitle(text: string): boolean {
  const tokens = tokenise(text);
  const known = EVIDENCE_BY_FIRST.get(tokens[0]?.text ?? '') ?? [];
  return known.some(
    (evidence) => evidence.title && evidence.tokens.length === tokens.length && matches(tokens, 0, evidence.tokens),
  );
}

/** One short page with a total, a few prices and no title: a till receipt. */
function isSmallSale(layouts: readonly PageLayout[]): boolean {
  const [only, ...more] = layouts;
  if (only === undefined || more.length > 0 || only.page.words.length > SALE_WORDS) return false;
  const texts = only.lines.flatMap((line) => line.segments.map((segment) => segment.text));
  const prices = texts.filter((text) => /\d[.,]\d{2}(?!\d)/.test(text)).length;
  return (
    prices >= SALE_PRICES &&
    texts.some((text) =>
      /total|ttl|summe|rechnungsbetrag|saldo|importe|totaal|suma|paymentdue|amtdue|^(?:cash|bar|contanti|efectivo)$/i.test(
        text,
      ),
    )
  );
}

const SALE_WORDS = 250;
const SALE_PRICES = 2;

/** Score of two invoice phrases. */
const MAILED_SCORE = 1.2;

/** A4, Letter and similar, upright. */
function isSheet(layout: PageLayout | undefined): boolean {
  const ratio = layout === undefined ? 0 : layout.page.height / layout.page.width;
  return layout?.page.source === 'text-layer' && ratio > 1.25 && ratio < 1.45;
}

/**
 * Weight for a till roll: few words on a page much taller than wide. No mailed sheet is as narrow as a long receipt.
 */
function slipWeight(layout: PageLayout | undefined): number {
  if (layout === undefined) return 0;
  const { height, width, words } = layout.page;
  if (words.length >= NARROW_WORDS || layout.lines.length >= words.length) return 0;
  return height > SLIP_RATIO * width ? SLIP_WEIGHT : height > NARROW_RATIO * width ? NARROW_WEIGHT : 0;
}

const NARROW_RATIO = 1.55;
const NARROW_WORDS = 300;
const NARROW_WEIGHT = 6;
/** Above Legal (1.65), the narrowest sheet in use. */
const SLIP_RATIO = 1.7;
const SLIP_WEIGHT = 14;

/** Words for staff, cash, change, tables and receipt numbers: lines that start with them do not occur in letters. */
const TILL_LINES: readonly RegExp[] = [
  /^(?:cashier|clerk|operator|your cashier|kassierer|caissier|cajero|cassiere)\b/i,
  /^(?:waiter|waitress|served by|server|kellner|bediener|serveur|mesero|camarero|cameriere)\b/i,
  /^(?:change|change due|balance change|wechselgeld|r[uü]ckgeld|rendu|cambio|vuelto|resto|troco|wisselgeld|baki)\b/i,
  /^(?:cash|ttl cash|total cash|bar|esp[eè]ces|efectivo|contanti|dinheiro|contant|tunai)\b/i,
  /^(?:table|pax|guests?|tisch|mesa|tavolo|tafel)\b\W*\p{L}{0,2}\d/iu,
  /^(?:receipt|rcpt|bon|ticket|chk|check)\W{0,2}(?:no|nr|n[°º])?\W{0,2}\d/i,
];
/** Two different ones weigh as much as a title; one alone may be part of an item or a job title. */
const TILL_LINE_WEIGHT = 3;
const ONE_TILL_LINE_WEIGHT = 2;

function tillWeight(layout: PageLayout | undefined): number {
  const texts = layout?.lines.flatMap((line) => line.segments.map((segment) => segment.text)) ?? [];
  const kinds = TILL_LINES.filter((pattern) => texts.some((text) => pattern.test(text))).length;
  return kinds < 2 ? kinds * ONE_TILL_LINE_WEIGHT : kinds * TILL_LINE_WEIGHT;
}

function collect(segment: Segment, found: (evidence: Evidence) => void): void {
  const tokens = tokenise(segment.text);
  for (let i = 0; i < tokens.length; i++) {
    for (const evidence of EVIDENCE_BY_FIRST.get(tokens[i]?.text ?? '') ?? []) {
      if (matches(tokens, i, evidence.tokens)) found(evidence);
    }
  }
}

function matches(tokens: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((text, offset) => tokens[at + offset]?.text === text);
}

/** Maximum number of words in a title besides its phrase: a number, a date, an adjective. */
const TITLE_EXTRA_WORDS = 4;

/** Share of its weight that a phrase gets at its position; only titles depend on it. */
function titleShare(segment: Segment, evidence: Evidence, layout: PageLayout, body: Body): number {
  if (!evidence.title || isTitle(segment, evidence, layout, body)) return 1;
  return namesNumber(segment, evidence, layout) ? NAMING_TITLE : OUTSIDE_TITLE;
}

/** "Facture: 123", filling its segment. Orders and receipts are also referenced like this on other documents. */
function namesNumber(segment: Segment, evidence: Evidence, layout: PageLayout): boolean {
  if (evidence.type !== 'invoice' && evidence.type !== 'credit_note') return false;
  if (segment.box[1] > layout.page.height * 0.5 || !/[:#]/.test(segment.text)) return false;
  const tokens = tokenise(segment.text);
  const rest = tokens.slice(evidence.tokens.length);
  return (
    matches(tokens, 0, evidence.tokens) && rest.length > 0 && rest.length <= 2 && /\d/.test(rest.at(-1)?.text ?? '')
  );
}

/**
 * A short segment in the upper half that starts with the phrase and is large, bold, in capitals or the whole segment.
 */
function isTitle(segment: Segment, evidence: Evidence, layout: PageLayout, body: Body): boolean {
  const { size: bodySize, bold: boldBody } = body;
  if (segment.box[1] > layout.page.height * 0.5) return false;
  const tokens = tokenise(segment.text);
  if (tokens.length > evidence.tokens.length + TITLE_EXTRA_WORDS || /[:#]/.test(segment.text)) return false;
  const at = tokens.findIndex((_token, i) => matches(tokens, i, evidence.tokens));
  const words = segment.text.split(' ').slice(0, 2).join(' ');
  const exact = tokens.length === evidence.tokens.length;
  const emphasised = segment.size > bodySize * 1.2 || (segment.bold && !boldBody) || words === words.toUpperCase();
  // "Pedido", "Bestelling": alone in a box it is the label of a number; as a title it is larger or starts the page.
  const opensPage = layout.lines[0]?.segments.length === 1 && layout.lines[0].segments[0] === segment;
  if (evidence.isCaption && segment.size <= bodySize * 1.2 && !opensPage && !carriesNumber(evidence, tokens))
    return false;
  return (at === 0 || exact || segment.size > bodySize * 1.4) && (emphasised || exact);
}

/** "DEVIS 070001": a title of one word and its number, side by side. */
function carriesNumber(evidence: Evidence, tokens: readonly Token[]): boolean {
  const last = tokens[evidence.tokens.length];
  return evidence.type === 'other' && tokens.length === evidence.tokens.length + 1 && /\d/.test(last?.text ?? '');
}

interface Body {
  readonly size: number;
  /** True if most of the text is bold, which makes bold meaningless. */
  readonly bold: boolean;
}

function mostlyBold(layouts: readonly PageLayout[]): boolean {
  const words = layouts[0]?.page.words ?? [];
  return words.filter((word) => word.bold).length > words.length / 2;
}

function typicalSize(layouts: readonly PageLayout[]): number {
  const sizes = (layouts[0]?.page.words ?? []).map((word) => word.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 10;
}

function decide(scores: ReadonlyMap<DocumentType, number>): Classification {
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (first === undefined || first[1] < MIN_SCORE) return { type: 'other', confidence: 0.5 };
  const lead = first[1] / (first[1] + (second?.[1] ?? 0));
  return {
    type: first[0],
    confidence: Math.round(Math.min(0.99, 0.35 + 0.62 * lead + Math.min(0.05, first[1] / 200)) * 1000) / 1000,
  };
}
