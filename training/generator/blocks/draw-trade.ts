import { type Desk, roomFor } from '../desk.ts';
import type { LabelName } from '../words/label-words.data.ts';
import { drawItemTable } from './item-table.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawMeta, isRightHalf, metaEntries } from './meta-block.ts';
import { drawFeet } from './page-foot.ts';
import { drawParties } from './party-block.ts';
import { drawPayment } from './payment-block.ts';
import { drawBreakdown, drawTotals, totalLines } from './totals-block.ts';

const TITLE_OF = {
  invoice: 'invoice',
  credit_note: 'creditNote',
  purchase_order: 'order',
  receipt: 'receipt',
  utility_bill: 'bill',
  bank_statement: 'statement',
} as const satisfies Readonly<Record<Desk['trade']['kind'], LabelName>>;

/** Invoices, credit notes and orders on sheets: header, parties, numbers, items, sums, payment, footer. */
export function drawTrade(desk: Desk): void {
  const { sheet, program, left, random } = desk;
  let y = drawLetterhead(desk) + 22;
  y = program.title === 'right' ? drawTitle(desk, y, 48) : y;
  const entries = metaEntries(desk);
  const beside = isRightHalf(desk) && ['left', 'boxed'].includes(program.parties);
  if (beside) {
    const metaEnd = drawMeta(desk, entries, y + 8);
    y = Math.max(metaEnd, drawParties(desk, y + 8)) + 14;
    if (program.title !== 'right') y = drawTitle(desk, y + 10);
  } else {
    const titleFirst = random.chance(0.5);
    if (program.title !== 'right' && titleFirst) y = drawTitle(desk, y + 6);
    y = drawParties(desk, y + 8) + 14;
    if (program.title !== 'right' && !titleFirst) y = drawTitle(desk, y + 8);
    y = drawMeta(desk, entries, y + 6) + 6;
  }
  if (random.chance(0.2)) {
    sheet.text(desk.house.label('thanks'), left, y + 8, { size: 9 });
    y += 20;
  }
  const table = drawItemTable(desk, y + 22);
  y = table.y + 14;
  if (program.breakdown === 'before') y = drawBreakdown(desk, y);
  y = drawTotals(desk, totalLines(desk), y);
  if (program.breakdown === 'after') y = drawBreakdown(desk, y + 6);
  y = drawPayment(desk, y + 10);
  drawClosing(desk, y);
  drawFeet(desk);
}

/** The document's title, with or without its number. With `at` it is printed at the right edge and takes no space. */
export function drawTitle(desk: Desk, y: number, at?: number): number {
  const { sheet, program, trade, house, left, right, random } = desk;
  const title = house.label(TITLE_OF[trade.kind]);
  const size = random.pick([14, 16, 18, 22]);
  if (at !== undefined) {
    // A long letterhead reaches the right edge; the title is then printed below it.
    const inTheWay = program.letterhead === 'left' || program.letterhead === 'footer';
    sheet.right(title, right, inTheWay ? at : y, { size, bold: true });
    return inTheWay ? y : y + 16;
  }
  if (program.title === 'with-number') {
    const text = `${title} ${random.pick(['', 'Nr. ', '# ', ''])}`;
    sheet.text(text, left, y, { size: 13, bold: true });
    const field = trade.kind === 'purchase_order' ? 'order_number' : 'invoice_number';
    sheet.text(trade.number, left + sheet.measure(text, { size: 13, bold: true }), y, { size: 13, bold: true, field });
    return y + 20;
  }
  const spread = program.title === 'spaced' && title === title.toUpperCase();
  sheet.text(spread ? [...title].join(' ') : title, left, y, { size, bold: true });
  return y + size + 4;
}

/** Greetings, legal sentences, and a stamp on paid documents. */
function drawClosing(desk: Desk, top: number): void {
  const { sheet, trade, house, left, random } = desk;
  const y = roomFor(desk, top, 40);
  if (random.chance(0.5)) sheet.text(house.label('thanks'), left, y + 10, { size: 8.5 });
  if (trade.sums.paid > 0 && trade.sums.due === 0 && random.chance(0.7)) {
    sheet.text(house.label('paidStamp'), left + 180, y + 34, { size: 26, bold: true, colour: 'accent' });
  }
}
