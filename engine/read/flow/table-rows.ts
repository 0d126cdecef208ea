import type { Word } from '#engine/model';
import type { Block, Table } from './block.ts';
import { paragraphExtent, paragraphLines, type Strip } from './paragraph-lines.ts';

/** Gap between table columns: wider than any space between words, so that cells stay separate. */
const COLUMN_GAP = 14;
const ROW_GAP = 3;

interface Extent {
  readonly min: number;
  readonly max: number;
}

/**
 * Strips of blocks between two x positions; a table becomes one strip per row. Page breaks inside cells are ignored.
 */
export function stripsOf(blocks: readonly Block[], left: number, width: number): Strip[] {
  return blocks.flatMap((block) => stripsOfBlock(block, left, width));
}

function stripsOfBlock(block: Block, left: number, width: number): Strip[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphLines(block, left, width);
    case 'table':
      return [...tableRows(block, left, width)];
    case 'page-break':
      return [];
  }
}

/** Lays out the rows of a table, one strip each, with the same column positions in all rows. */
export function* tableRows(table: Table, left: number, width: number): Generator<Strip> {
  const columns = columnWidths(table, width);
  const starts: number[] = [];
  let x = left;
  for (const across of columns) {
    starts.push(x);
    x += across + COLUMN_GAP;
  }
  for (const row of table.rows) {
    const words: Word[] = [];
    let height = 0;
    for (const { column, span, blocks } of row) {
      const across = spanWidth(columns, column, span);
      let y = 0;
      for (const strip of stripsOf(blocks, starts[column] ?? left, across)) {
        for (const word of strip.words) words.push(lowered(word, y));
        y += strip.height;
      }
      height = Math.max(height, y);
    }
    yield { height: height + ROW_GAP, words };
  }
}

export function lowered(word: Word, by: number): Word {
  const [x0, y0, x1, y1] = word.box;
  return { ...word, box: [x0, y0 + by, x1, y1 + by] };
}

/**
 * Columns get the width of their longest line if that fits; otherwise the lines of the widest columns are wrapped.
 * Words are never cut, so a table may be wider than requested.
 */
function columnWidths(table: Table, width: number): number[] {
  const extents = columnExtents(table);
  const stated = table.widths;
  if (stated !== undefined && stated.length >= extents.length) {
    return extents.map(({ min }, column) => Math.max(min, (stated[column] ?? 0) - COLUMN_GAP));
  }
  const available = width - COLUMN_GAP * Math.max(0, extents.length - 1);
  const min = sum(extents.map((extent) => extent.min));
  const max = sum(extents.map((extent) => extent.max));
  if (max <= available) return extents.map((extent) => extent.max);
  const share = max > min ? Math.max(0, available - min) / (max - min) : 0;
  return extents.map((extent) => extent.min + (extent.max - extent.min) * share);
}

function columnExtents({ rows }: Table): Extent[] {
  const extents: { min: number; max: number }[] = [];
  const spanning: { readonly column: number; readonly span: number; readonly extent: Extent }[] = [];
  for (const row of rows) {
    for (const { column, span, blocks } of row) {
      while (extents.length < column + span) extents.push({ min: 0, max: 0 });
      const extent = extentOf(blocks);
      if (span > 1) spanning.push({ column, span, extent });
      else widen(extents[column], extent);
    }
  }
  // A cell that spans several columns widens the last of them if they are too narrow together.
  for (const { column, span, extent } of spanning) {
    const covered = extents.slice(column, column + span);
    const gaps = COLUMN_GAP * (span - 1);
    const last = covered.at(-1);
    const others = covered.slice(0, -1);
    widen(last, {
      min: extent.min - gaps - sum(others.map(({ min }) => min)),
      max: extent.max - gaps - sum(others.map(({ max }) => max)),
    });
  }
  return extents;
}

function widen(extent: { min: number; max: number } | undefined, { min, max }: Extent): void {
  if (extent === undefined) return;
  extent.min = Math.max(extent.min, min);
  extent.max = Math.max(extent.max, max, extent.min);
}

function extentOf(blocks: readonly Block[]): Extent {
  let min = 0;
  let max = 0;
  for (const block of blocks) {
    const extent = blockExtent(block);
    min = Math.max(min, extent.min);
    max = Math.max(max, extent.max);
  }
  return { min, max };
}

function blockExtent(block: Block): Extent {
  switch (block.kind) {
    case 'paragraph':
      return paragraphExtent(block);
    case 'table': {
      const columns = columnExtents(block);
      const gaps = COLUMN_GAP * Math.max(0, columns.length - 1);
      return { min: sum(columns.map(({ min }) => min)) + gaps, max: sum(columns.map(({ max }) => max)) + gaps };
    }
    case 'page-break':
      return { min: 0, max: 0 };
  }
}

function spanWidth(columns: readonly number[], column: number, span: number): number {
  return sum(columns.slice(column, column + span)) + COLUMN_GAP * (span - 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
