import type { Table, TableCell } from '../flow/block.ts';
import { BlockBuilder } from '../flow/block-builder.ts';

/** HTML bounds both spans (table model, 4.9.11); a wider grid is not a document. */
const MAX_SPAN = 200;
const MAX_ROW_SPAN = 5_000;
/** Cells beyond this column share it. */
const LAST_COLUMN = 999;

/** Builds the grid of a table: a cell that spans rows keeps its columns in them. */
export class TableBuilder {
  readonly #rows: TableCell[][] = [];
  /** Rows for which each column is still covered by a cell above. */
  readonly #covered: number[] = [];
  #column = 0;
  #open: { readonly column: number; readonly span: number; readonly content: BlockBuilder } | undefined;

  /** The cell that receives text, if one is open. */
  get cell(): BlockBuilder | undefined {
    return this.#open?.content;
  }

  startRow(): void {
    this.endCell();
    if (this.#rows.length > 0)
      for (const [column, rows] of this.#covered.entries()) this.#covered[column] = Math.max(0, rows - 1);
    this.#rows.push([]);
    this.#column = 0;
  }

  startCell(attributes: Readonly<Record<string, string>>): void {
    this.endCell();
    if (this.#rows.length === 0) this.startRow();
    while (this.#column < LAST_COLUMN && (this.#covered[this.#column] ?? 0) > 0) this.#column += 1;
    this.#column = Math.min(this.#column, LAST_COLUMN);
    const span = Math.min(count(attributes['colspan'], MAX_SPAN), LAST_COLUMN + 1 - this.#column);
    const rows = count(attributes['rowspan'], MAX_ROW_SPAN);
    const column = this.#column;
    for (let at = column; at < column + span; at++) this.#covered[at] = rows;
    this.#column = column + span;
    this.#open = { column, span, content: new BlockBuilder() };
  }

  endCell(): void {
    if (this.#open === undefined) return;
    const { column, span, content } = this.#open;
    this.#open = undefined;
    const blocks = content.finish();
    if (blocks.length > 0) this.#rows.at(-1)?.push({ column, span, blocks });
  }

  finish(): Table {
    this.endCell();
    return { kind: 'table', rows: this.#rows.filter((row) => row.length > 0) };
  }
}

function count(text: string | undefined, most: number): number {
  const value = Number(text ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1;
}
