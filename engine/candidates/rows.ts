import type { Line, PageLayout } from '../layout/lines.ts';
import { type Column, findColumns, linesBelow } from '../layout/table-cells.ts';
import { findTableHeaders, type TableHeader } from '../layout/table-header.ts';
import type { DecimalMark } from '../normalise/amounts.ts';
import type { Pace } from '../pace.ts';
import { readRows, type TablePart } from './read-rows.ts';
import { lineText } from './row-kind.ts';
import { rowLabel } from './row-label.ts';
import type { ItemTable, TableRow } from './table-row.ts';

/** Lines further below than this many letter heights do not belong to a table. */
const TABLE_GAP = 9;

/** A table under construction. */
interface OpenTable extends ItemTable {
  readonly rows: TableRow[];
}

/** Finds every item table of a document; a table whose headings are repeated on the next page is one table. */
export async function findItemTables(
  layouts: readonly PageLayout[],
  mark: DecimalMark,
  pace: Pace,
): Promise<readonly ItemTable[]> {
  const tables: OpenTable[] = [];
  /** Always the last of `tables`. */
  let open: { readonly table: OpenTable; readonly ended: boolean } | undefined;
  for (const layout of layouts) {
    const headers = findTableHeaders(layout);
    const firstHeader = headers[0];
    if (open !== undefined && !open.ended) {
      // The rows may continue before the next headings, or on a page without any.
      const end = firstHeader?.firstLine ?? layout.lines.length;
      const part = readRows(
        layout.lines.filter((line) => line.index < end),
        open.table.columns,
        mark,
        true,
      );
      if (part.rows.length > 0 && part.columns.length > 0) {
        open.table.rows.push(...part.rows);
        open = { table: open.table, ended: part.ended };
      }
    }
    for (const [index, header] of headers.entries()) {
      if (!header.headsItems) continue;
      const end = headers[index + 1]?.firstLine ?? layout.lines.length;
      const part = readTable(layout, header, end, mark);
      const goesOn = open !== undefined && !open.ended && sameHeadings(open.table.columns, part.columns);
      const table: OpenTable = goesOn && open !== undefined ? open.table : { columns: part.columns, rows: [] };
      if (!goesOn) tables.push(table);
      table.rows.push(...part.rows);
      open = { table, ended: part.ended };
    }
    await pace.spend(layout.page.words.length);
  }
  return tables.filter((table) => table.rows.length > 0);
}

function sameHeadings(a: readonly Column[], b: readonly Column[]): boolean {
  return a.length === b.length && a.every((column, index) => column.role === b[index]?.role);
}

function readTable(layout: PageLayout, header: TableHeader, end: number, mark: DecimalMark): TablePart {
  const body = cutAtGap(linesBelow(layout, header, end));
  const columns = findColumns(header, untilTotal(body));
  return readRows(body, columns, mark, false);
}

function cutAtGap(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line, index) => {
    const above = lines[index - 1];
    return above !== undefined && line.box[1] - above.box[3] > TABLE_GAP * (above.segments[0]?.size ?? 10) && index > 1;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function untilTotal(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line) => rowLabel(lineText(line)) === 'total');
  return end <= 0 ? lines : lines.slice(0, end);
}
