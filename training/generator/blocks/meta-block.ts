import type { Desk } from '../desk.ts';
import type { LabelName } from '../words/label-words.data.ts';

export interface MetaEntry {
  readonly label: string;
  readonly value: string;
  /** Decoys have none. */
  readonly field?: string;
}

/** Number, dates and references on a document of this kind, some of them optional. */
export function metaEntries(desk: Desk): readonly MetaEntry[] {
  const { trade, house, random } = desk;
  const entries: MetaEntry[] = [];
  const add = (name: LabelName, value: string, field?: string) =>
    entries.push({ label: house.label(name), value, ...(field !== undefined && { field }) });
  const order = trade.kind === 'purchase_order';
  const titled = desk.program.title === 'with-number' && random.chance(0.6);
  if (!titled) {
    if (order) add('poNumber', trade.number, 'order_number');
    else add(trade.kind === 'credit_note' ? 'creditNumber' : 'number', trade.number, 'invoice_number');
  }
  if (order) add(random.pick(['orderDate', 'plainDate'] as const), house.date(trade.date), 'order_date');
  else add(random.pick(['date', 'date', 'plainDate'] as const), house.date(trade.date), 'invoice_date');
  if (!order && trade.kind !== 'credit_note' && random.chance(0.55)) add('due', house.date(trade.due), 'due_date');
  if (random.chance(0.4)) add('customerId', trade.customerId, 'customer_id');
  if (!order && random.chance(0.2)) add('orderNumber', trade.orderNumber, 'vendor_order_number');
  else if (!order && random.chance(0.3)) add('poNumber', trade.poNumber, 'purchase_order_number');
  if (!order && random.chance(0.1)) add('orderDate', house.date(trade.orderDate), 'order_date');
  if (random.chance(0.18)) add('delivery', house.date(trade.delivery), 'delivery_date');
  if (random.chance(0.2)) add('reference', trade.reference);
  if (random.chance(0.15))
    add('contact', `${random.pick(house.world('given'))} ${random.pick(house.world('families'))}`);
  if (!order && random.chance(0.1))
    add('period', `${house.date(trade.period[0])} - ${house.date(trade.period[1])}`, 'period');
  return entries;
}

const LINE = 14;

/** True if the block is in the right half and leaves the left half free. */
export function isRightHalf(desk: Desk): boolean {
  return ['pairs-right', 'stacked', 'right-labels'].includes(desk.program.meta);
}

/** Draws the entries in the program's arrangement. Returns the y below. */
export function drawMeta(desk: Desk, entries: readonly MetaEntry[], y: number): number {
  const { sheet, program, left, right, house } = desk;
  const half = (left + right) / 2 + 20;
  const style = (entry: MetaEntry) => (entry.field === undefined ? {} : { field: entry.field });
  switch (program.meta) {
    case 'pairs-right':
      entries.forEach((entry, index) => {
        sheet.text(`${entry.label}${house.colon}`, half, y + index * LINE, { size: 9 });
        sheet.right(entry.value, right, y + index * LINE, { size: 9.5, ...style(entry) });
      });
      return y + entries.length * LINE;
    case 'right-labels':
      entries.forEach((entry, index) => {
        sheet.right(`${entry.label}${house.colon}`, right - 100, y + index * LINE, { size: 9 });
        sheet.text(entry.value, right - 92, y + index * LINE, { size: 9.5, ...style(entry) });
      });
      return y + entries.length * LINE;
    case 'stacked':
      entries.forEach((entry, index) => {
        sheet.text(entry.label, half + 40, y + index * 25, { size: 8, colour: 'grey' });
        sheet.text(entry.value, half + 40, y + 11 + index * 25, { size: 10, ...style(entry) });
      });
      return y + entries.length * 25;
    case 'pairs-left': {
      const indent = Math.max(...entries.map((entry) => sheet.measure(entry.label, { size: 9 }))) + 18;
      entries.forEach((entry, index) => {
        sheet.text(`${entry.label}${house.colon}`, left, y + index * LINE, { size: 9 });
        sheet.text(entry.value, left + indent, y + index * LINE, { size: 9.5, ...style(entry) });
      });
      return y + entries.length * LINE;
    }
    case 'two-columns': {
      const rows = Math.ceil(entries.length / 2);
      entries.forEach((entry, index) => {
        const x = index < rows ? left : half;
        const at = y + (index % rows) * LINE;
        sheet.text(`${entry.label}${house.colon}`, x, at, { size: 9 });
        sheet.text(entry.value, x + 120, at, { size: 9.5, ...style(entry) });
      });
      return y + rows * LINE;
    }
    case 'row':
    case 'boxed-row':
      return drawRow(desk, entries, y);
    case 'sentence':
      return drawSentences(desk, entries, y);
  }
}

function drawRow(desk: Desk, entries: readonly MetaEntry[], top: number): number {
  const { sheet, program, left, right } = desk;
  const perRow = 4;
  let y = top;
  for (let start = 0; start < entries.length; start += perRow) {
    const part = entries.slice(start, start + perRow);
    const step = (right - left) / part.length;
    if (program.meta === 'boxed-row') {
      sheet.fill(left, y - 11, right, y + 4, 'light');
      sheet.frame(left, y - 11, right, y + 20);
    }
    part.forEach((entry, index) => {
      const x = left + index * step + 4;
      if (program.meta === 'boxed-row' && index > 0) sheet.line(x - 4, y - 11, x - 4, y + 20);
      const size = Math.min(
        8.5,
        (8.5 * (step - 8)) / Math.max(1, sheet.measure(entry.label, { size: 8.5, bold: true })),
      );
      sheet.text(entry.label, x, y, { size, bold: true });
      const field = entry.field === undefined ? {} : { field: entry.field };
      const wide = sheet.measure(entry.value, { size: 9.5 });
      sheet.text(entry.value, x, y + 15, { size: Math.min(9.5, (9.5 * (step - 8)) / Math.max(1, wide)), ...field });
    });
    y += 40;
  }
  return y;
}

/** Label and value as running text, several on a line. */
function drawSentences(desk: Desk, entries: readonly MetaEntry[], top: number): number {
  const { sheet, left, right, house } = desk;
  let x = left;
  let y = top;
  for (const entry of entries) {
    const label = `${entry.label}${house.colon} `;
    const wide = sheet.measure(label + entry.value, { size: 10 }) + 18;
    if (x > left && x + wide > right) {
      x = left;
      y += LINE;
    }
    sheet.text(label, x, y, { size: 10 });
    sheet.text(entry.value, x + sheet.measure(label, { size: 10 }), y, {
      size: 10,
      ...(entry.field !== undefined && { field: entry.field }),
    });
    x += wide;
  }
  return y + LINE;
}
