import { type Desk, roomFor } from '../desk.ts';

export interface TotalLine {
  readonly label: string;
  readonly cents: number;
  readonly field: string;
  readonly strong?: boolean;
}

/** The sums in printing order; a document prints only some of them. */
export function totalLines(desk: Desk): readonly TotalLine[] {
  const { house, trade, random } = desk;
  const { sums } = trade;
  const tax = house.taxName();
  const sign = trade.kind === 'credit_note' && random.chance(0.4) ? -1 : 1;
  const lines: TotalLine[] = [];
  const add = (label: string, cents: number, field: string, strong = false) =>
    lines.push({ label, cents: cents * sign, field, strong });
  if (sums.taxes.length > 0 || sums.discount > 0 || sums.shipping > 0) {
    const shown = sums.discount > 0 || sums.shipping > 0 ? sums.rows : sums.net;
    add(house.label('subtotal', { tax }), shown, 'subtotal_amount');
  }
  if (sums.discount > 0) add(house.label('docDiscount'), -sums.discount, 'discount_amount');
  if (sums.shipping > 0) add(house.label('shipping'), sums.shipping, 'shipping_amount');
  const single = sums.taxes.length === 1;
  for (const part of sums.taxes) {
    const label = house.label('tax', { tax, rate: house.rate(part.percent), base: house.figure(part.base) });
    add(label, part.tax, single ? 'tax_amount' : 'tax_part');
  }
  if (sums.taxes.length > 1 && random.chance(0.5)) add(house.label('taxTotal', { tax }), sums.tax, 'tax_amount');
  if (sums.rounding !== 0) add(house.label('rounding'), sums.rounding, 'rounding_amount');
  add(house.label('total', { tax }), sums.total, 'total_amount', true);
  if (sums.previous > 0) add(house.label('previous'), sums.previous, 'previous_balance_amount');
  if (sums.paid > 0)
    add(
      house.label(trade.kind === 'utility_bill' ? 'payments' : random.chance(0.5) ? 'paid' : 'deposit'),
      -sums.paid,
      'amount_paid',
    );
  if (sums.previous > 0 || sums.paid > 0) add(house.label('amountDue'), sums.due, 'amount_due', true);
  return lines;
}

/** Draws the sums in the program's arrangement. Returns the y below. */
export function drawTotals(desk: Desk, lines: readonly TotalLine[], top: number): number {
  const { sheet, program, house, left, right } = desk;
  const step = program.leading + 3;
  let y = roomFor(desk, top, lines.length * step + 10);
  if (program.totals === 'columns' && lines.length <= 5) return drawAsColumns(desk, lines, y);
  const labelX = program.totals === 'left' ? left : program.totals === 'in-table' ? left + 4 : (left + right) / 2 + 30;
  const amountX = program.totals === 'left' ? left + 230 : right - 4;
  for (const line of lines) {
    const strong = line.strong ?? false;
    const size = strong ? 10.5 : 9.5;
    if (strong && program.totals === 'band') sheet.fill(labelX - 6, y - 12, right, y + 5, 'light');
    else if (strong) sheet.line(labelX, y - 12, amountX, y - 12);
    sheet.text(`${line.label}${program.totals === 'dotted' ? '' : house.colon}`, labelX, y, { size, bold: strong });
    const text = house.money(line.cents);
    const from = amountX - sheet.measure(text, { size, bold: strong });
    if (program.totals === 'dotted')
      drawDots(desk, labelX + sheet.measure(line.label, { size, bold: strong }) + 4, from - 4, y, size);
    sheet.text(text, from, y, { size, bold: strong, field: line.field });
    y += step;
  }
  return y + 6;
}

function drawDots(desk: Desk, x0: number, x1: number, y: number, size: number): void {
  const dot = desk.sheet.measure('.', { size });
  desk.sheet.text('.'.repeat(Math.max(0, Math.floor((x1 - x0) / dot))), x0, y, { size, colour: 'grey' });
}

function drawAsColumns(desk: Desk, lines: readonly TotalLine[], y: number): number {
  const { sheet, house, left, right } = desk;
  const step = (right - left) / lines.length;
  sheet.frame(left, y - 12, right, y + 22);
  lines.forEach((line, index) => {
    const x = left + (index + 1) * step - 6;
    const wide = sheet.measure(line.label, { size: 8.5, bold: true });
    sheet.right(line.label, x, y, { size: Math.min(8.5, (8.5 * (step - 10)) / Math.max(1, wide)), bold: true });
    sheet.right(house.money(line.cents), x, y + 15, { size: 9.5, bold: line.strong ?? false, field: line.field });
  });
  return y + 40;
}

/** Base, rate and tax per tax rate: sums that are not totals of the document. */
export function drawBreakdown(desk: Desk, top: number): number {
  const { sheet, house, trade, left } = desk;
  const { taxes } = trade.sums;
  if (taxes.length === 0) return top;
  const y = roomFor(desk, top, 18 + taxes.length * 13);
  const tax = house.taxName();
  const heads = [house.label('taxRate'), house.label('base'), tax];
  heads.forEach((text, index) => {
    sheet.right(text, left + 60 + index * 80, y, { size: 8, bold: true });
  });
  taxes.forEach((part, index) => {
    const cells = [house.rate(part.percent), house.figure(part.base), house.figure(part.tax)];
    cells.forEach((text, column) => {
      sheet.right(text, left + 60 + column * 80, y + 13 + index * 13, { size: 8.5 });
    });
  });
  return y + 24 + taxes.length * 13;
}
