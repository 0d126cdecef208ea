import { Sheet } from '../sheet.ts';
import { drawTotals } from '../totals-block.ts';
import { titleOf } from './header-lines.ts';
import type { LayoutInput } from './layout-input.ts';

const WIDTH = 230;
const RIGHT = 214;
const ROW = 13;

/** A till receipt: no column headings, the quantity before or below the text. */
export async function drawTill({ document, spec, amounts, locale }: LayoutInput): Promise<void> {
  const sheet = await Sheet.open(document, [WIDTH, 200 + spec.items.length * 2 * ROW + 140], false, spec.print);
  sheet.center(spec.vendor.name, WIDTH / 2, 24, { size: 12, bold: true });
  sheet.center(spec.vendor.street, WIDTH / 2, 40, { size: 9 });
  sheet.center(spec.vendor.city, WIDTH / 2, 52, { size: 9 });
  if (spec.vendor.phone !== undefined) sheet.center(`Tel. ${spec.vendor.phone}`, WIDTH / 2, 64, { size: 9 });
  sheet.text(`${titleOf(spec, locale)} ${spec.number}`, 16, 86, { size: 9 });
  sheet.right(locale.date(spec.date), RIGHT, 86, { size: 9 });
  let y = 110;
  spec.items.forEach((item, index) => {
    const amount = locale.money(amounts.rows[index] ?? 0);
    sheet.text(item.description, 16, y, { size: 9 });
    if (item.quantity === 1000) sheet.right(amount, RIGHT, y, { size: 9 });
    else {
      y += ROW;
      sheet.text(`${locale.quantity(item.quantity)} x ${locale.money(item.unitPrice)}`, 28, y, { size: 9 });
      sheet.right(amount, RIGHT, y, { size: 9 });
    }
    y += ROW;
  });
  sheet.line(16, RIGHT, y - 4);
  drawTotals(sheet, spec, amounts, locale, y + 12, {
    labelX: 16,
    amountX: RIGHT,
    rowHeight: 14,
    size: 10,
    sign: `${spec.currency} `,
  });
}
