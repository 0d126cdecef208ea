import { columnRecord } from '../fields.ts';
import type { ExtractionResult, FieldValue, LineItem } from '../result.ts';
import { RESULT_LIMITS } from '../value-limits.ts';
import { confirmed, confirmValue, originalOf } from './confirm-value.ts';
import type { Cells, CorrectionChanges, CorrectionContext, CorrectionError, RowOperation } from './correction.ts';

interface CorrectedRows {
  readonly items: readonly LineItem[];
  readonly changes: CorrectionChanges;
  readonly errors: readonly CorrectionError[];
}

/** The rows after all operations, in order; stops at the first operation that cannot be done. */
export function applyRows(
  result: Pick<ExtractionResult, 'pages' | 'line_items'>,
  operations: readonly RowOperation[],
  context: CorrectionContext,
): CorrectedRows {
  const rows = new Rows(result, context);
  for (const [index, operation] of operations.entries()) {
    rows.apply(operation, `line_items.${index}`);
    if (rows.errors.length > 0) break;
  }
  return rows;
}

/** The rows while they are changed. */
class Rows implements CorrectedRows {
  readonly items: LineItem[];
  readonly changes: Record<string, readonly [unknown, unknown]> = {};
  readonly errors: CorrectionError[] = [];

  constructor(
    private readonly result: Pick<ExtractionResult, 'pages' | 'line_items'>,
    private readonly context: CorrectionContext,
  ) {
    this.items = [...result.line_items];
  }

  apply(operation: RowOperation, path: string): void {
    const problem = this.problemOf(operation);
    if (problem !== undefined) {
      this.errors.push({ path: `${path}.${problem.at}`, message: problem.message });
      return;
    }
    const { row } = operation;
    const item = this.items[row] ?? {};
    const name = `line_items[${row}]`;
    switch (operation.op) {
      case 'set':
        this.set(row, item, operation.cells, `${path}.cells`);
        break;
      case 'insert': {
        const made = this.cellsOf({}, operation.cells ?? {}, `${path}.cells`);
        this.items.splice(row, 0, made);
        this.note(name, null, valuesOf(made));
        break;
      }
      case 'delete':
        this.items.splice(row, 1);
        this.note(name, valuesOf(item), null);
        break;
      case 'move':
        this.items.splice(row, 1);
        this.items.splice(operation.to, 0, item);
        if (row !== operation.to) this.note(`${name}.row`, row, operation.to);
        break;
      case 'merge': {
        const next = this.items[row + 1] ?? {};
        const made = mergeRows(item, next, this.context);
        this.items.splice(row, 2, made);
        this.note(name, [valuesOf(item), valuesOf(next)], valuesOf(made));
        break;
      }
      case 'split':
        this.split(row, item, operation.cells, `${path}.cells`);
    }
  }

  private problemOf(operation: RowOperation): { readonly at: string; readonly message: string } | undefined {
    const { op, row } = operation;
    const { length } = this.items;
    const last = op === 'insert' ? length : length - (op === 'merge' ? 2 : 1);
    if (row > last) return { at: 'row', message: 'There is no such row.' };
    if (op === 'move' && operation.to >= length) return { at: 'to', message: 'There is no such row.' };
    if ((op === 'insert' || op === 'split') && length >= RESULT_LIMITS.lineItems)
      return { at: 'op', message: `A result has at most ${RESULT_LIMITS.lineItems} rows.` };
    return undefined;
  }

  private set(row: number, item: LineItem, cells: Cells, path: string): void {
    const made = this.cellsOf(item, cells, path);
    this.items[row] = made;
    for (const name of Object.keys(cells))
      if (made[name] !== item[name])
        this.note(`line_items[${row}].${name}`, item[name]?.value ?? null, made[name]?.value ?? null);
  }

  private split(row: number, item: LineItem, cells: Cells, path: string): void {
    const moved = Object.entries(cells).flatMap(([name, change]) => {
      const own = Object.hasOwn(item, name) ? item[name] : undefined;
      return own === undefined || (change !== null && change.value !== own.value) ? [] : [[name, own] as const];
    });
    const given = Object.entries(cells).filter(
      ([name, change]) => change !== null && !moved.some(([own]) => own === name),
    );
    const made = { ...Object.fromEntries(moved), ...this.cellsOf({}, Object.fromEntries(given), path) };
    const left = Object.fromEntries(Object.entries(item).filter(([name]) => !Object.hasOwn(cells, name)));
    this.items.splice(row, 1, left, made);
    this.note(`line_items[${row}]`, valuesOf(item), [valuesOf(left), valuesOf(made)]);
  }

  private cellsOf(item: LineItem, cells: Cells, path: string): LineItem {
    const made: Record<string, FieldValue> = { ...item };
    for (const [name, change] of Object.entries(cells)) {
      if (change === null) {
        delete made[name];
        continue;
      }
      const before = Object.hasOwn(item, name) ? item[name] : undefined;
      const at = { name, isCell: true, path: `${path}.${name}` };
      const cell = confirmValue(this.result, before, change, this.context, at);
      if (cell.ok) made[name] = cell.value;
      else this.errors.push(cell.error);
    }
    return made;
  }

  private note(name: string, old: unknown, now: unknown): void {
    const earlier = this.changes[name];
    // A cell that is set twice keeps its first value; a row that was replaced gets an entry of its own.
    if (earlier !== undefined && !name.endsWith(']')) this.changes[name] = [earlier[0], now];
    else this.changes[this.freeName(name)] = [old, now];
  }

  private freeName(name: string): string {
    for (let count = 2; ; count++) {
      const free = count === 2 ? name : `${name} (${count - 1})`;
      if (!Object.hasOwn(this.changes, free)) return free;
    }
  }
}

const valuesOf = (item: LineItem): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(item).map(([name, { value }]) => [name, value]));

/** Columns of which two rows have a sum. */
const SUMMED: ReadonlySet<string> = new Set(['amount', 'tax_amount']);

/**
 * One row of two: texts are joined and amounts added; of other cells that both have, the first row's counts and the
 * second's becomes an alternative. Cells that one row has are unchanged.
 */
function mergeRows(first: LineItem, second: LineItem, context: CorrectionContext): LineItem {
  const made: Record<string, FieldValue> = { ...first };
  for (const [name, other] of Object.entries(second)) {
    const own = Object.hasOwn(first, name) ? first[name] : undefined;
    made[name] = own === undefined ? other : mergeCells(name, own, other, context);
  }
  return made;
}

function mergeCells(name: string, first: FieldValue, second: FieldValue, context: CorrectionContext): FieldValue {
  const kind = columnRecord(name)?.kind ?? 'text';
  const joined =
    kind === 'text' || kind === 'name' || kind === 'address' ? `${first.value} ${second.value}` : undefined;
  const value = joined ?? (SUMMED.has(name) ? context.add(first.value, second.value) : null);
  if (value === null) {
    if (first.value === second.value) return first;
    const others = [...first.alternatives, { value: second.value, confidence: second.confidence }];
    return { ...first, alternatives: others };
  }
  const evidence = [...first.evidence, ...second.evidence];
  return { ...confirmed(first, value, 'typed', context), evidence, original: originalOf(first) };
}
