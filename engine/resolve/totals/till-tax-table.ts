import type { Segment } from '../../layout/lines.ts';
import { foldText } from '../../normalise/fold-text.ts';
import { standInOrder } from '../../normalise/stand-in-order.ts';
import type { ResolveContext } from '../base/context.ts';

/**
 * Tills repeat their taxes below the sums: a table of base and tax by rate with its own "total", or a line with the tax
 * included in the total. Neither is the amount paid.
 */

const HEADINGS = [
  [
    /\b(?:[g6][s5]t|tax|vat|mwst|ust|tva|btw|iva|sst|moms)\b/,
    /\b(?:summary|analysis|amount|amt|rate|net|netto|code|brutto|base)\b/,
  ],
  [/\b(?:code|rate|satz|taux)\b/, /\b(?:net|netto|tax)\b/],
] as const;
const HAS_AMOUNT = /\d[.,]\d{2}(?!\d)/;
/** Such a table has one row per rate. */
const MAX_ROWS = 6;
const CHANGE = /^\W*(?:change|balance change|wechselgeld|ruckgeld|rendu|cambio|vuelto|resto|troco|wisselgeld|baki)\b/;
/** `(Total included GST @ 6 %: 1.42)`: the amount is the tax. */
const TAX_HELD = [/^[^\w(]*\(/, /\bincl\w*/, /\b(?:gst|sst|vat|tax|mwst|tva|btw|iva)\b/, /%/] as const;

/** True for a receipt line whose "total" is one of taxes. */
export function isTaxLine(segment: Segment, context: ResolveContext): boolean {
  if (context.documentType !== 'receipt') return false;
  const lines = context.pages[segment.page - 1]?.layout.lines ?? [];
  const textOf = (index: number) => foldText(lines[index]?.segments.map(({ text }) => text).join(' ') ?? '');
  if (standInOrder(textOf(segment.line), TAX_HELD)) return true;
  for (let above = segment.line - 1; above >= Math.max(0, segment.line - MAX_ROWS); above--) {
    const text = textOf(above);
    if (CHANGE.test(text) || (HEADINGS.some((words) => standInOrder(text, words)) && !HAS_AMOUNT.test(text)))
      return true;
  }
  return false;
}
