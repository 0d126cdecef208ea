import type { Desk } from '../desk.ts';
import type { Item } from '../item.ts';
import type { ColumnName } from '../layout-program.ts';
import { cellText, drawCarried, drawHeadings, type TableColumn, tableColumns } from './table-columns.ts';

/** End of the table and its columns, for totals that continue in them. */
export interface DrawnTable {
  readonly y: number;
  readonly columns: readonly TableColumn[];
}

/** Draws headings and rows, over several pages if needed. */
export function drawItemTable(desk: Desk, top: number): DrawnTable {
  const { sheet, program, trade, left, right } = desk;
  const columns = tableColumns(desk);
  let y = drawHeadings(desk, columns, top);
  let tableTop = top;
  let sum = 0;
  trade.items.forEach((item, index) => {
    const description = columns.find(({ name }) => name === 'description');
    const lines = sheet.wrap(item.description, description?.width ?? 150, { size: 9 });
    const needed = (lines.length + (item.remark === undefined ? 0 : 1) + (program.descriptionAbove ? 1 : 0)) * 11 + 14;
    if (y + needed > desk.bottom) {
      if (program.carry) drawCarried(desk, columns, y, sum);
      closeGrid(desk, columns, tableTop, y);
      sheet.addPage();
      tableTop = 80;
      y = drawHeadings(desk, columns, tableTop);
      if (program.carry) {
        drawCarried(desk, columns, y, sum);
        y += 16;
      }
    }
    if (item.section !== undefined) {
      sheet.text(item.section, left + 2, y, { size: 9, bold: true });
      y += 15;
    }
    y = drawRow(desk, columns, item, index, lines, y);
    sum += item.amount;
    if (program.rules === 'grid') sheet.line(left, y - 10, right, y - 10);
    if (program.rules === 'lines' && index < trade.items.length - 1) sheet.line(left, y - 10, right, y - 10);
  });
  closeGrid(desk, columns, tableTop, y);
  if (program.rules === 'lines') sheet.line(left, y - 9, right, y - 9);
  return { y, columns };
}

function closeGrid(desk: Desk, columns: readonly TableColumn[], top: number, bottom: number): void {
  if (desk.program.rules !== 'grid') return;
  desk.sheet.frame(desk.left, top - 12, desk.right, bottom - 10);
  for (const column of columns.slice(1)) desk.sheet.line(column.edge, top - 12, column.edge, bottom - 10);
}

function drawRow(
  desk: Desk,
  columns: readonly TableColumn[],
  item: Item,
  index: number,
  lines: readonly string[],
  top: number,
): number {
  const { sheet, program, trade } = desk;
  const rows =
    trade.kind === 'purchase_order' ||
    trade.kind === 'invoice' ||
    trade.kind === 'credit_note' ||
    trade.kind === 'utility_bill';
  const tag = (name: ColumnName) => (rows ? { field: `item:${index}:${name}` } : {});
  const text = columns.find(({ name }) => name === 'description');
  let y = top;
  const drawLines = (from: number) => {
    for (const line of lines.slice(from)) {
      if (from > 0) y += 11;
      sheet.text(line, text?.x ?? desk.left, y, { size: 9, ...tag('description') });
      if (from === 0) y += 11;
    }
  };
  if (program.descriptionAbove) drawLines(0);
  for (const column of columns) {
    if (column.name === 'description') {
      if (!program.descriptionAbove) sheet.text(lines[0] ?? '', column.x, y, { size: 9, ...tag('description') });
      continue;
    }
    const cell = cellText(desk, item, index, column.name);
    const style = { size: 9, ...tag(column.name) };
    if (column.align === 'right') sheet.right(cell, column.x, y, style);
    else sheet.text(cell, column.x, y, style);
  }
  if (!program.descriptionAbove) drawLines(1);
  if (item.remark !== undefined) {
    y += 10;
    sheet.text(item.remark, text?.x ?? desk.left, y, { size: 7.5, colour: 'grey' });
  }
  return y + program.leading + 3;
}
