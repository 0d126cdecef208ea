import { drawItemTable } from '../item-table.ts';
import { Sheet } from '../sheet.ts';
import { drawTotals } from '../totals-block.ts';
import { A4, footerLines, headerPairs, partyLines, signOf, titleOf } from './header-lines.ts';
import type { LayoutInput } from './layout-input.ts';

/** Vendor top left, title and numbers top right, ruled table, totals bottom right. */
export async function drawClassic({ document, spec, amounts, locale }: LayoutInput): Promise<void> {
  const sheet = await Sheet.open(document, A4, false, spec.print);
  partyLines(spec.vendor).forEach((line, index) => {
    sheet.text(line, 50, 60 + index * 14, { size: index === 0 ? 14 : 10, bold: index === 0 });
  });
  sheet.right(titleOf(spec, locale), 545, 62, { size: 20, bold: true });
  headerPairs(spec, locale).forEach(([label, value], index) => {
    sheet.text(`${label}:`, 350, 95 + index * 15);
    sheet.right(value, 545, 95 + index * 15);
  });
  if (spec.customer) {
    sheet.text(locale.labels.billTo, 50, 150, { bold: true });
    partyLines(spec.customer).forEach((line, index) => {
      sheet.text(line, 50, 166 + index * 13);
    });
  }
  const below = drawItemTable(sheet, spec, amounts, locale, {
    columns: [
      { name: 'position', x: 50, align: 'left' },
      { name: 'description', x: 75, align: 'left', width: 200 },
      { name: 'quantity', x: 330, align: 'right' },
      { name: 'unitPrice', x: 415, align: 'right' },
      { name: 'taxRate', x: 465, align: 'right' },
      { name: 'amount', x: 545, align: 'right' },
    ],
    top: 250,
    bottom: 720,
    nextTop: 80,
    rowHeight: 15,
    size: 10,
    ruled: true,
    carry: spec.items.length > 20,
  });
  sheet.line(50, 545, below);
  const end = drawTotals(sheet, spec, amounts, locale, below + 18, {
    labelX: 360,
    amountX: 545,
    rowHeight: 16,
    size: 10,
    sign: signOf(spec),
  });
  footerLines(spec, locale).forEach((line, index) => {
    sheet.text(line, 50, Math.max(end + 20, 790) + index * 12, { size: 9 });
  });
}
