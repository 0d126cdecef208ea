import { drawItemTable } from '../item-table.ts';
import { Sheet } from '../sheet.ts';
import { drawTotals } from '../totals-block.ts';
import { footerLines, headerPairs, partyLines, signOf, titleOf, US_LETTER } from './header-lines.ts';
import type { LayoutInput } from './layout-input.ts';

/**
 * US paper, centred header, label and value on one line each on the left, quantity first, currency sign on every
 * amount.
 */
export async function drawBoxed({ document, spec, amounts, locale }: LayoutInput): Promise<void> {
  const sheet = await Sheet.open(document, US_LETTER, false, spec.print);
  sheet.center(spec.vendor.name, 306, 55, { size: 17, bold: true });
  sheet.center(`${spec.vendor.street}, ${spec.vendor.city}`, 306, 72, { size: 9 });
  sheet.center(titleOf(spec, locale), 306, 100, { size: 13 });
  headerPairs(spec, locale).forEach(([label, value], index) => {
    sheet.text(`${label}: ${value}`, 45, 130 + index * 14);
  });
  if (spec.customer) {
    sheet.text(`${locale.labels.billTo}:`, 340, 130);
    partyLines(spec.customer).forEach((line, index) => {
      sheet.text(line, 340, 144 + index * 13);
    });
  }
  const sign = signOf(spec);
  const below = drawItemTable(sheet, spec, amounts, locale, {
    columns: [
      { name: 'quantity', x: 45, align: 'left' },
      { name: 'code', x: 110, align: 'left' },
      { name: 'description', x: 190, align: 'left', width: 210 },
      { name: 'unitPrice', x: 480, align: 'right' },
      { name: 'amount', x: 567, align: 'right' },
    ],
    top: 225,
    bottom: 650,
    nextTop: 70,
    rowHeight: 16,
    size: 10,
    ruled: true,
    currencySign: sign,
  });
  drawTotals(sheet, spec, amounts, locale, below + 20, { labelX: 400, amountX: 567, rowHeight: 17, size: 11, sign });
  footerLines(spec, locale).forEach((line, index) => {
    sheet.center(line, 306, 745 + index * 12, { size: 8 });
  });
}
