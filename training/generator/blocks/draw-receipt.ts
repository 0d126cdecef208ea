import { type Desk, put, putLines } from '../desk.ts';
import type { Item } from '../item.ts';
import { drawTitle } from './draw-trade.ts';
import { totalLines } from './totals-block.ts';

const STEP = 12;

/** A till receipt: header centred or left, rows in one of four forms, sums, payment, closing line. */
export function drawReceipt(desk: Desk): void {
  const { program, trade, house, left, right, random } = desk;
  const align = ['left', 'split', 'window'].includes(program.letterhead) ? 'left' : 'centre';
  const x = align === 'left' ? left : (left + right) / 2;
  put(desk, trade.vendor.name, x, 26, align, {
    size: shrunk(desk, trade.vendor.name, 12),
    bold: true,
    field: 'vendor_name',
  });
  const head: (readonly [string, string?])[] = trade.vendor.address.map((text) => [text, 'vendor_address']);
  if (random.chance(0.7)) head.push([`${house.label('phone')} ${trade.vendor.phone}`, 'phone_line']);
  if (random.chance(0.5)) head.push([`${house.label('taxId')} ${trade.vendor.taxId}`, 'tax_id_line']);
  let y = putLines(desk, head, x, 26 + STEP, align, { size: 9 }) - STEP;
  if (random.chance(0.4)) y = drawTitle(desk, y + 22) - 10;
  y = drawReceiptMeta(desk, y + 18);
  rule(desk, y);
  y += STEP + 2;
  trade.items.forEach((item, index) => {
    y = drawReceiptRow(desk, item, index, y);
  });
  rule(desk, y - 4);
  y = drawReceiptSums(desk, y + 10);
  if (random.chance(0.8))
    put(desk, house.label('thanks').slice(0, 38), (left + right) / 2, y + 16, 'centre', { size: 8 });
}

function rule(desk: Desk, y: number): void {
  const { sheet, program, left, right } = desk;
  if (program.rules === 'none') return;
  if (program.rules === 'lines') sheet.line(left, y, right, y);
  else sheet.text((program.rules === 'grid' ? '=' : '-').repeat(30), left, y, { size: 8 });
}

function shrunk(desk: Desk, text: string, size: number): number {
  return Math.min(
    size,
    (size * (desk.right - desk.left)) / Math.max(1, desk.sheet.measure(text, { size, bold: true })),
  );
}

function drawReceiptMeta(desk: Desk, top: number): number {
  const { sheet, trade, house, left, right, random } = desk;
  let y = top;
  const style = { size: 8.5 } as const;
  const time = random.chance(0.7);
  const date = house.date(trade.date);
  if (random.chance(0.5)) {
    sheet.text(date, left, y, { ...style, field: 'transaction_date' });
    if (time) sheet.right(trade.time, right, y, { ...style, field: 'transaction_time' });
  } else {
    const label = `${house.label('plainDate')}: `;
    sheet.text(label, left, y, style);
    sheet.text(date, left + sheet.measure(label, style), y, { ...style, field: 'transaction_date' });
    if (time)
      sheet.text(trade.time, left + sheet.measure(`${label}${date}   `, style), y, {
        ...style,
        field: 'transaction_time',
      });
  }
  if (random.chance(0.6)) {
    y += STEP;
    const label = `${random.pick(['Nr.', 'No.', '#', 'Trans', 'Bon'])} `;
    sheet.text(`${label}${trade.reference.slice(2)}`, left, y, style);
    if (random.chance(0.5))
      sheet.right(`${random.pick(['Till', 'Kasse', 'POS', 'T'])} ${random.int(1, 9)}`, right, y, style);
  }
  return y + 8;
}

/** Rows with the quantity in front, quantity below, quantity and price in columns, or all on one line. */
function drawReceiptRow(desk: Desk, item: Item, index: number, y: number): number {
  const { sheet, program, house, left, right } = desk;
  const style = (name: string) => ({ size: 8.5, field: `item:${index}:${name}` });
  const name = item.description.length > 24 ? item.description.slice(0, 24).trimEnd() : item.description;
  const amount = house.rowMoney(item.amount);
  const single = item.quantity === 1000;
  switch (program.id % 3) {
    case 0: {
      const count = `${house.quantity(item.quantity)} `;
      sheet.text(count.trim(), left, y, style('quantity'));
      sheet.text(name, left + sheet.measure(count, { size: 8.5 }) + 6, y, style('description'));
      sheet.right(amount, right, y, style('amount'));
      return y + STEP;
    }
    case 1:
      sheet.text(name, left, y, style('description'));
      if (single) {
        sheet.right(amount, right, y, style('amount'));
        return y + STEP;
      }
      drawCount(desk, item, index, left + 10, y + STEP);
      sheet.right(amount, right, y + STEP, style('amount'));
      return y + STEP * 2;
    default:
      if (!single) {
        drawCount(desk, item, index, left, y);
        sheet.text(name, left, y + STEP, style('description'));
        sheet.right(amount, right, y + STEP, style('amount'));
        return y + STEP * 2;
      }
      sheet.text(name, left, y, style('description'));
      sheet.right(amount, right, y, style('amount'));
      return y + STEP;
  }
}

function drawCount(desk: Desk, item: Item, index: number, x: number, y: number): void {
  const { sheet, house } = desk;
  const count = house.quantity(item.quantity);
  sheet.text(count, x, y, { size: 8.5, field: `item:${index}:quantity` });
  const at = x + sheet.measure(`${count} `, { size: 8.5 });
  sheet.text('x', at, y, { size: 8.5 });
  sheet.text(house.rowMoney(item.unitPrice), at + sheet.measure('x ', { size: 8.5 }), y, {
    size: 8.5,
    field: `item:${index}:unitPrice`,
  });
}

function drawReceiptSums(desk: Desk, top: number): number {
  const { sheet, trade, house, left, right, random } = desk;
  const { sums } = trade;
  let y = top;
  const pair = (label: string, cents: number, field?: string, strong = false) => {
    const size = strong ? 11 : 8.5;
    sheet.text(label, left, y, { size, bold: strong });
    sheet.right(house.money(cents), right, y, { size, bold: strong, ...(field !== undefined && { field }) });
    y += strong ? 15 : STEP;
  };
  if (sums.inclusive) {
    if (sums.discount > 0) {
      pair(house.label('subtotal', { tax: '' }), sums.rows);
      pair(house.label('docDiscount'), -sums.discount, 'discount_amount');
    }
    if (sums.rounding !== 0) pair(house.label('rounding'), sums.rounding, 'rounding_amount');
    pair(house.label('total', { tax: house.taxName() }), sums.total, 'total_amount', true);
  } else {
    for (const line of totalLines(desk)) pair(line.label, line.cents, line.field, line.strong);
    if (sums.tip > 0) pair(house.label('tip'), sums.tip, 'tip_amount');
  }
  if (random.chance(0.5)) {
    const given = Math.ceil(sums.total / 500) * 500 + random.pick([0, 500, 1000]);
    pair(house.label('cash'), given);
    if (given > sums.total) pair(house.label('change'), given - sums.total);
  } else if (random.chance(0.6)) pair(house.label('card'), sums.total);
  if (sums.inclusive && random.chance(0.7)) {
    const single = sums.taxes.length === 1;
    for (const part of sums.taxes) {
      const label = house.label('inclTax', { tax: house.taxName(), rate: house.rate(part.percent) });
      pair(label, part.tax, single ? 'tax_amount' : 'tax_part');
    }
  }
  return y;
}
