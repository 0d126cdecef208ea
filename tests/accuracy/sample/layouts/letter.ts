import { drawItemTable } from '../item-table.ts';
import { Sheet } from '../sheet.ts';
import { drawTotals } from '../totals-block.ts';
import { A4, footerLines, headerPairs, partyLines, titleOf } from './header-lines.ts';
import type { LayoutInput } from './layout-input.ts';

/** A business letter: sender line above the window, numbers as a row of headings, no rules, three-column footer. */
export async function drawLetter({ document, spec, amounts, locale }: LayoutInput): Promise<void> {
  const sheet = await Sheet.open(document, A4, true, spec.print);
  sheet.text(partyLines(spec.vendor).join(' · '), 60, 130, { size: 8 });
  if (spec.customer) {
    partyLines(spec.customer).forEach((line, index) => {
      sheet.text(line, 60, 150 + index * 15, { size: 11 });
    });
  }
  sheet.text(titleOf(spec, locale), 60, 245, { size: 15, bold: true });
  headerPairs(spec, locale).forEach(([label, value], index) => {
    sheet.text(label, 60 + index * 125, 270, { size: 9 });
    sheet.text(value, 60 + index * 125, 284, { size: 10, bold: true });
  });
  const below = drawItemTable(sheet, spec, amounts, locale, {
    columns: [
      { name: 'code', x: 60, align: 'left' },
      { name: 'description', x: 130, align: 'left', width: 165 },
      { name: 'quantity', x: 345, align: 'right' },
      { name: 'unitPrice', x: 430, align: 'right' },
      ...(spec.items.some((item) => item.discountPercent !== undefined)
        ? [{ name: 'discount', x: 475, align: 'right' } as const]
        : []),
      { name: 'amount', x: 540, align: 'right' },
    ],
    top: 320,
    bottom: 690,
    nextTop: 110,
    rowHeight: 14,
    size: 10,
    ruled: false,
  });
  drawTotals(sheet, spec, amounts, locale, below + 14, {
    labelX: 345,
    amountX: 540,
    rowHeight: 15,
    size: 10,
    sign: '',
  });
  [...partyLines(spec.vendor), ...footerLines(spec, locale)].forEach((line, index) => {
    sheet.text(line, 60 + Math.floor(index / 3) * 180, 780 + (index % 3) * 11, { size: 8 });
  });
}
