import type { Evidence, FieldValue, LineItem } from '#core/domain/result';
import type { TemplateColumn, TemplateTable } from '#core/domain/schema-template';
import { cellNumbers } from '../candidates/cell-number.ts';
import { type Line, type PageLayout, type Segment, unionBox } from '../layout/lines.ts';
import { type Column, cutLine, findColumns } from '../layout/table-cells.ts';
import type { Heading } from '../layout/table-header.ts';
import type { Word } from '../model.ts';
import { findDates } from '../normalise/dates.ts';
import { formatUnits } from '../normalise/decimal.ts';
import { tokenise } from '../normalise/fold-text.ts';
import type { Locale } from '../resolve/base/locale.ts';
import { trimZeros } from '../resolve/rows/row-values.ts';

/** Reads the rows of a template's table on all pages, below each line with at least half of its headings. */
export function readTemplateTable(
  table: TemplateTable,
  layouts: readonly PageLayout[],
  locale: Locale,
): readonly LineItem[] {
  return layouts.flatMap((layout) => {
    const heads = layout.lines.flatMap((line) => headOf(table, line) ?? []);
    return heads.flatMap((head, index) => {
      const end = heads[index + 1]?.line.index ?? layout.lines.length;
      return rowsUnder(head, layout.lines.slice(head.line.index + 1, end), locale);
    });
  });
}

interface Head {
  readonly line: Line;
  readonly headings: readonly Heading[];
  /** By position of the heading; undefined for a heading not in the template. */
  readonly columns: readonly (TemplateColumn | undefined)[];
}

/** A line is the head of the table if it contains this many of the columns, or half of them. */
const FEWEST_HEADINGS = 2;

function headOf(table: TemplateTable, line: Line): Head | undefined {
  const columns = line.segments.map((segment) => columnOf(table, segment));
  const known = new Set(columns.filter((column) => column !== undefined)).size;
  if (known < FEWEST_HEADINGS || known < table.columns.length / 2) return undefined;
  const headings = line.segments.map(({ text, box }) => ({ role: 'other' as const, text, box }));
  return { line, headings, columns };
}

function columnOf(table: TemplateTable, segment: Segment): TemplateColumn | undefined {
  const text = phraseKey(segment.text);
  return table.columns.find((column) => column.labels.some((label) => phraseKey(label) === text));
}

/** Ignores units and marks in brackets. */
function phraseKey(text: string): string {
  return tokenise(text.replace(/\([^)]*\)/g, ' '))
    .map((token) => token.text)
    .join('');
}

/** A wider gap, in letter heights, ends the table. */
const TABLE_GAP = 4;

function rowsUnder(head: Head, lines: readonly Line[], locale: Locale): LineItem[] {
  const cut = findColumns({ page: 0, firstLine: 0, lastLine: 0, headings: head.headings, headsItems: true }, lines);
  const rows: LineItem[] = [];
  let above: Line = head.line;
  for (const line of lines) {
    const size = line.segments[0]?.size ?? 1;
    if (line.box[1] - above.box[3] > TABLE_GAP * size) break;
    above = line;
    const cells = readLine(head, cut, line, locale);
    const names = Object.keys(cells);
    if (names.length >= FEWEST_HEADINGS) rows.push(cells);
    else joinToLast(rows, cells);
  }
  return rows;
}

function readLine(head: Head, cut: readonly Column[], line: Line, locale: Locale): LineItem {
  const cells: Record<string, FieldValue> = {};
  cutLine(line, cut).cells.forEach((words, index) => {
    const column = head.columns[index];
    const value = column === undefined ? undefined : readCell(column, words, locale);
    if (column !== undefined && value !== undefined)
      cells[column.name] = {
        value,
        confidence: READ_CONFIDENCE,
        state: 'supported',
        evidence: [evidenceOf(line.page, words)],
        checks: [],
        alternatives: [],
        rule: `column:${column.name}`,
      };
  });
  return cells;
}

/** Confidence of cells that no sum confirms. */
const READ_CONFIDENCE = 0.9;

function readCell(column: TemplateColumn, words: readonly Word[], locale: Locale): string | undefined {
  const text = words.map((word) => word.text).join(' ');
  if (text === '') return undefined;
  if (column.kind === 'text' || column.kind === 'identifier') return text;
  if (column.kind === 'date') {
    const reading = findDates(text)[0];
    const [first, second] =
      locale.dateOrder.order === 'day-first'
        ? [reading?.dayFirst, reading?.monthFirst]
        : [reading?.monthFirst, reading?.dayFirst];
    return first ?? second;
  }
  const number = cellNumbers(words, locale.decimal.mark)[0];
  if (number === undefined) return undefined;
  const value = formatUnits(number.value);
  return column.kind === 'number' ? trimZeros(value) : value;
}

/** A line with text in a single column continues the row above it. */
function joinToLast(rows: LineItem[], more: LineItem): void {
  const last = rows.at(-1);
  const [entry] = Object.entries(more);
  if (last === undefined || entry === undefined) return;
  const [name, piece] = entry;
  const known = last[name];
  if (known === undefined || /^[\d.,\s-]+$/.test(known.value)) return;
  const joined = { ...known, value: `${known.value} ${piece.value}`, evidence: [...known.evidence, ...piece.evidence] };
  rows[rows.length - 1] = { ...last, [name]: joined };
}

function evidenceOf(page: number, words: readonly Word[]): Evidence {
  return { page, box: unionBox(words.map((word) => word.box)), text: words.map((word) => word.text).join(' ') };
}
