import type { PageLayout } from '../layout/lines.ts';

/**
 * Weight for a till roll: few words on a page much taller than wide. No mailed sheet is as narrow as a long receipt.
 */
export function slipWeight(layout: PageLayout | undefined): number {
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

export function tillWeight(layout: PageLayout | undefined): number {
  const texts = layout?.lines.flatMap((line) => line.segments.map((segment) => segment.text)) ?? [];
  const kinds = TILL_LINES.filter((pattern) => texts.some((text) => pattern.test(text))).length;
  return kinds < 2 ? kinds * ONE_TILL_LINE_WEIGHT : kinds * TILL_LINE_WEIGHT;
}
