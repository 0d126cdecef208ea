import { drawItemTable } from '../item-table.ts';
import { Sheet } from '../sheet.ts';
import { drawTotals } from '../totals-block.ts';
import { A4, footerLines, headerPairs, partyLines, titleOf } from './header-lines.ts';
import type { LayoutInput } from './layout-input.ts';

/** Labels above their values in a left column, descriptions on a line above their numbers, totals on the left. */
export async function drawAiry({ document, spec, amounts, locale }: LayoutInput): Promise<void> {
  const sheet = await Sheet.open(document, A4, false, spec.print);
  sheet.text(titleOf(spec, locale), 60, 80, { size: 26 });
  headerPairs(spec, locale).forEach(([label, value], index) => {
    sheet.text(label, 60, 120 + index * 34, { size: 8 });
    sheet.text(value, 60, 133 + index * 34, { size: 11 });
  });
  partyLines(spec.vendor).forEach((line, index) => {
    sheet.text(line, 380, 120 + index * 14, { bold: index === 0 });
  });
  if (spec.customer) {
    sheet.text(locale.labels.billTo, 220, 120, { size: 8 });
    partyLines(spec.customer).forEach((line, index) => {
      sheet.text(line, 220, 133 + index * 14);
    });
  }
  const below = drawItemTable(sheet, spec, amounts, locale, {
    columns: [
      { name: 'description', x: 60, align: 'left', width: 380 },
      { name: 'quantity', x: 300, align: 'right' },
      { name: 'unitPrice', x: 400, align: 'right' },
      { name: 'amount', x: 520, align: 'right' },
    ],
    top: 290,
    bottom: 690,
    nextTop: 90,
    rowHeight: 15,
    size: 10,
    ruled: false,
    descriptionAbove: true,
  });
  drawTotals(sheet, spec, amounts, locale, below + 24, {
    labelX: 60,
    amountX: 260,
    rowHeight: 17,
    size: 10,
    sign: `${spec.currency} `,
  });
  footerLines(spec, locale).forEach((line, index) => {
    sheet.text(line, 60, 800 + index * 12, { size: 8 });
  });
}
