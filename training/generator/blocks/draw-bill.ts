import { type Desk, roomFor } from '../desk.ts';
import { drawTitle } from './draw-trade.ts';
import { drawItemTable } from './item-table.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawMeta, type MetaEntry } from './meta-block.ts';
import { drawFeet } from './page-foot.ts';
import { drawParties } from './party-block.ts';
import { drawPayment } from './payment-block.ts';
import { drawTotals, totalLines } from './totals-block.ts';

/** A utility bill: account, place of supply, previous balance, charges of the period, amount due. */
export function drawBill(desk: Desk): void {
  const { sheet, trade, house, left, right, random } = desk;
  let y = drawLetterhead(desk) + 24;
  y = drawParties(desk, y + 6) + 16;
  y = drawTitle(desk, y + 8);
  const entries: MetaEntry[] = [
    { label: house.label('accountNo'), value: trade.customerId, field: 'account_number' },
    { label: house.label('number'), value: trade.number, field: 'invoice_number' },
    { label: house.label('date'), value: house.date(trade.date), field: 'invoice_date' },
    { label: house.label('due'), value: house.date(trade.due), field: 'due_date' },
    {
      label: house.label('period'),
      value: `${house.date(trade.period[0])} - ${house.date(trade.period[1])}`,
      field: 'period',
    },
    { label: house.label('meter'), value: random.digits(8) },
  ];
  y = drawMeta(desk, entries, y + 6) + 10;
  const place = `${house.label('serviceAddress')}: `;
  sheet.text(place, left, y, { size: 9 });
  sheet.text(trade.shipTo.address.join(', '), left + sheet.measure(place, { size: 9 }), y, {
    size: 9,
    field: 'service_address',
  });
  y += 22;
  const lines = totalLines(desk);
  if (random.chance(0.4)) {
    // A box at the top shows the amount due; the sums follow below.
    const due = lines.find(({ field }) => field === 'amount_due');
    if (due !== undefined) {
      sheet.fill(left, y - 13, right, y + 9, 'light');
      sheet.text(due.label, left + 6, y, { size: 11, bold: true });
      sheet.right(house.money(due.cents), right - 6, y, { size: 12, bold: true, field: 'amount_due' });
      y += 28;
    }
  }
  const table = drawItemTable(desk, roomFor(desk, y + 6, 60));
  y = drawTotals(desk, lines, table.y + 14);
  drawPayment(desk, y + 10);
  drawFeet(desk);
}
