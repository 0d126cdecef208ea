import type { PageLayout } from '../layout/lines.ts';
import type { DecimalMark } from '../normalise/amounts.ts';
import type { Units } from '../normalise/decimal.ts';
import type { Pace } from '../pace.ts';
import { cellNumbers } from './cell-number.ts';
import { lineText, sideLabel } from './row-kind.ts';
import { rowLabel } from './row-label.ts';

/** Amounts printed on lines labelled as sums. */
export interface PrintedSums {
  /** Sums of lines: `Positionssumme`, `Sub-total`. */
  readonly subtotals: readonly Units[];
  /** Totals, taxes, payments: all other sums printed below the items. */
  readonly totals: readonly Units[];
}

/** Finds every amount of the document on a line labelled as a sum. */
export async function findPrintedSums(
  layouts: readonly PageLayout[],
  mark: DecimalMark,
  pace: Pace,
): Promise<PrintedSums> {
  const subtotals: Units[] = [];
  const totals: Units[] = [];
  for (const { lines, page } of layouts) {
    for (const line of lines) {
      const label = rowLabel(lineText(line)) ?? sideLabel(line);
      if (label !== 'subtotal' && label !== 'total') continue;
      const numbers = line.segments.flatMap((segment) => cellNumbers(segment.words, mark));
      const sum = numbers.findLast((number) => !number.percent);
      if (sum !== undefined && sum.value !== 0) (label === 'subtotal' ? subtotals : totals).push(sum.value);
    }
    await pace.spend(page.words.length);
  }
  return { subtotals, totals };
}
