import type { Desk } from '../desk.ts';
import type { Item } from '../item.ts';
import type { ColumnName } from '../layout-program.ts';

export interface TableColumn {
  readonly name: ColumnName;
  /** Left edge of texts, right edge of numbers. */
  readonly x: number;
  readonly align: 'left' | 'right';
  readonly width: number;
  /** Left edge of the cell. */
  readonly edge: number;
}

/** Widths in points; the description takes the remaining width. */
const WIDTHS: Readonly<Record<Exclude<ColumnName, 'description'>, number>> = {
  position: 28,
  date: 68,
  code: 62,
  quantity: 54,
  unitPrice: 68,
  discount: 46,
  taxRate: 50,
  amount: 76,
};

const LEFT_ALIGNED = new Set<ColumnName>(['position', 'date', 'code', 'description']);
const PADDING = 4;
const MIN_TEXT_WIDTH = 70;

export function tableColumns(desk: Desk): readonly TableColumn[] {
  const { program, left, right } = desk;
  const names = program.columns.filter((name) => name !== 'taxRate' || desk.trade.sums.taxes.length > 0);
  const widthOf = (name: Exclude<ColumnName, 'description'>) =>
    Math.max(
      WIDTHS[name],
      ...desk.trade.items.map((item, index) => desk.sheet.measure(cellText(desk, item, index, name), { size: 9 }) + 10),
    );
  const widths = new Map(names.map((name) => [name, name === 'description' ? 0 : widthOf(name)]));
  const fixed = [...widths.values()].reduce((sum, width) => sum + width, 0);
  let at = left;
  return names.map((name) => {
    const width = name === 'description' ? Math.max(MIN_TEXT_WIDTH, right - left - fixed) : (widths.get(name) ?? 0);
    const first = name === 'quantity' && at === left;
    const align = LEFT_ALIGNED.has(name) || first ? 'left' : 'right';
    const column = {
      name,
      align,
      width: width - 2 * PADDING,
      edge: at,
      x: align === 'left' ? at + PADDING : at + width - PADDING,
    } as const;
    at += width;
    return column;
  });
}

/** Draws the row of headings, if the program has one. Returns the y of the first row. */
export function drawHeadings(desk: Desk, columns: readonly TableColumn[], y: number): number {
  const { sheet, house, program, left, right } = desk;
  if (!program.heading) return y + 4;
  if (program.rules === 'band') sheet.fill(left, y - 12, right, y + 5, 'accent');
  else if (program.rules !== 'none') sheet.line(left, y + 5, right, y + 5);
  for (const column of columns) {
    const name = {
      position: 'position',
      date: 'plainDate',
      code: 'code',
      description: 'description',
      quantity: 'quantity',
      unitPrice: 'unitPrice',
      discount: 'discount',
      taxRate: 'taxRate',
      amount: 'amount',
    } as const;
    const signed =
      column.name === 'amount' && house.mark === 'code-after' && !house.marksRows ? ` (${house.currency})` : '';
    const text = house.label(name[column.name]) + signed;
    const wide = sheet.measure(text, { size: 8.5, bold: true });
    const size = Math.min(8.5, (8.5 * (column.width + PADDING)) / Math.max(1, wide));
    const style = { size, bold: true, colour: program.rules === 'band' ? 'white' : 'black' } as const;
    if (column.align === 'right') sheet.right(text, column.x, y, style);
    else sheet.text(text, column.x, y, style);
  }
  return y + 20;
}

/** The subtotal of the rows, at the end of a page and at the top of the next. */
export function drawCarried(desk: Desk, columns: readonly TableColumn[], y: number, sum: number): void {
  const text = columns.find(({ name }) => name === 'description');
  desk.sheet.text(desk.house.label('carried'), text?.x ?? desk.left, y, { size: 9 });
  desk.sheet.right(desk.house.figure(sum), desk.right - PADDING, y, { size: 9 });
}

/** Text of a row in a column. */
export function cellText(desk: Desk, item: Item, index: number, name: ColumnName): string {
  const { house, program } = desk;
  switch (name) {
    case 'position':
      return String(index + 1);
    case 'date':
      return house.date(item.date);
    case 'code':
      return item.code;
    case 'description':
      return item.description;
    case 'quantity':
      return program.id % 3 === 0 ? `${house.quantity(item.quantity)} ${item.unit}` : house.quantity(item.quantity);
    case 'unitPrice':
      return house.rowMoney(item.unitPrice);
    case 'discount':
      return item.discountPercent === 0 ? '' : house.rate(item.discountPercent);
    case 'taxRate':
      return house.rate(item.taxPercent);
    case 'amount':
      return house.rowMoney(item.amount);
  }
}
