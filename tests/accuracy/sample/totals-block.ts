import type { Locale } from './locale.ts';
import type { Sheet } from './sheet.ts';
import type { Amounts, SampleSpec } from './spec.ts';

export interface TotalsStyle {
  readonly labelX: number;
  /** Right edge of the amounts. */
  readonly amountX: number;
  readonly rowHeight: number;
  readonly size: number;
  /** Printed before each amount. */
  readonly sign: string;
}

/** The printed total; a decoy has one wrong digit. */
export function printedTotal(spec: SampleSpec, amounts: Amounts): number {
  const TEN_UNITS = 1000;
  return spec.decoy?.kind === 'total_digit' ? amounts.gross + TEN_UNITS : amounts.gross;
}

/** Draws net, taxes, total and the lines after it. Returns the y below. */
export function drawTotals(
  sheet: Sheet,
  spec: SampleSpec,
  amounts: Amounts,
  locale: Locale,
  top: number,
  style: TotalsStyle,
): number {
  const { labels } = locale;
  let y = top;
  const row = (label: string, cents: number, bold = false) => {
    sheet.text(label, style.labelX, y, { size: style.size, bold });
    sheet.right(style.sign + locale.money(cents), style.amountX, y, { size: style.size, bold });
    y += style.rowHeight;
  };
  if (spec.shipping !== undefined) row(labels.shipping, spec.shipping);
  if (!spec.taxIncluded) row(labels.subtotal, amounts.net);
  for (const part of amounts.taxes) row(`${labels.tax} ${part.percent}%`, part.tax);
  row(labels.total, printedTotal(spec, amounts), true);
  if (spec.paid !== undefined) {
    row(labels.paid, -spec.paid);
    row(labels.due_amount, amounts.gross - spec.paid, true);
  }
  if (spec.previousBalance !== undefined) {
    row(labels.previous, spec.previousBalance);
    row(labels.due_amount, amounts.gross + spec.previousBalance, true);
  }
  return y;
}
