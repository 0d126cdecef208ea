import { Random } from './random.ts';

export const KINDS = ['invoice', 'receipt', 'purchase_order', 'utility_bill', 'bank_statement'] as const;
export type ProgramKind = (typeof KINDS)[number];

export type ColumnName =
  | 'position'
  | 'date'
  | 'code'
  | 'description'
  | 'quantity'
  | 'unitPrice'
  | 'discount'
  | 'taxRate'
  | 'amount';

/** Structure of a document. Programs differ in structure, not only in appearance. */
export interface LayoutProgram {
  readonly id: number;
  readonly kind: ProgramKind;
  readonly letterhead: 'left' | 'right' | 'centre' | 'split' | 'footer' | 'band' | 'window';
  readonly title: 'right' | 'left' | 'spaced' | 'with-number' | 'above-table';
  readonly meta:
    | 'pairs-right'
    | 'pairs-left'
    | 'row'
    | 'boxed-row'
    | 'two-columns'
    | 'sentence'
    | 'stacked'
    | 'right-labels';
  readonly parties: 'left' | 'right' | 'bill-ship' | 'from-to' | 'boxed' | 'inline';
  readonly partyLabels: boolean;
  readonly columns: readonly ColumnName[];
  readonly rules: 'grid' | 'lines' | 'band' | 'none';
  readonly heading: boolean;
  readonly descriptionAbove: boolean;
  readonly sections: boolean;
  readonly carry: boolean;
  readonly length: 'few' | 'page' | 'many';
  readonly totals: 'right' | 'left' | 'in-table' | 'columns' | 'band' | 'dotted';
  readonly breakdown: 'none' | 'before' | 'after';
  readonly payment: 'box' | 'sentence' | 'pairs' | 'footer' | 'none';
  readonly footer: 'line' | 'columns' | 'centre' | 'none';
  readonly font: 'sans' | 'serif' | 'mono' | 'embedded';
  readonly spacing: 'normal' | 'words' | 'tight' | 'letters';
  readonly rotated: boolean;
  /** Points between lines of the body. */
  readonly leading: number;
}

/** Column orders of real tables; a program uses one, without the columns it omits. */
const COLUMN_ORDERS: readonly (readonly ColumnName[])[] = [
  ['position', 'description', 'quantity', 'unitPrice', 'taxRate', 'amount'],
  ['description', 'quantity', 'unitPrice', 'amount'],
  ['quantity', 'description', 'unitPrice', 'amount'],
  ['code', 'description', 'quantity', 'unitPrice', 'amount'],
  ['position', 'code', 'description', 'quantity', 'unitPrice', 'discount', 'amount'],
  ['quantity', 'code', 'description', 'unitPrice', 'amount'],
  ['date', 'description', 'quantity', 'unitPrice', 'amount'],
  ['description', 'taxRate', 'quantity', 'unitPrice', 'amount'],
  ['code', 'description', 'taxRate', 'quantity', 'unitPrice', 'discount', 'amount'],
  ['description', 'amount'],
  ['position', 'description', 'amount'],
  ['description', 'unitPrice', 'quantity', 'amount'],
  ['date', 'description', 'amount'],
  ['position', 'quantity', 'code', 'description', 'unitPrice', 'taxRate', 'amount'],
];

/** Number of programs of each kind. Ids go through the kinds in this order, series by series. */
const PROGRAM_COUNTS: Readonly<Record<ProgramKind, number>> = {
  invoice: 260,
  receipt: 60,
  purchase_order: 30,
  utility_bill: 30,
  bank_statement: 30,
};

export const PROGRAM_COUNT = Object.values(PROGRAM_COUNTS).reduce((sum, count) => sum + count, 0);

/**
 * The program of an id, the same on every run. Ids are unlimited: the first series of `PROGRAM_COUNT` is followed by
 * another one with other compositions, so there are always layouts that nobody has inspected. Throws a RangeError
 * unless the id is a whole number from 0.
 */
export function programOf(id: number): LayoutProgram {
  if (!Number.isInteger(id) || id < 0) throw new RangeError(`${id} is no program`);
  let left = id % PROGRAM_COUNT;
  for (const kind of KINDS) {
    if (left < PROGRAM_COUNTS[kind]) return compose(id, kind);
    left -= PROGRAM_COUNTS[kind];
  }
  throw new RangeError(`${id} is no program`);
}

function compose(id: number, kind: ProgramKind): LayoutProgram {
  const random = new Random(`layout program ${id}`);
  const columns = random.pick(COLUMN_ORDERS);
  const rules = random.pick(['grid', 'lines', 'band', 'none'] as const);
  const descriptionAbove = columns.includes('quantity') && random.chance(0.12);
  return {
    id,
    kind,
    letterhead: random.pick(['left', 'right', 'centre', 'split', 'footer', 'band', 'window'] as const),
    title: random.pick(['right', 'left', 'spaced', 'with-number', 'above-table'] as const),
    meta: random.pick([
      'pairs-right',
      'pairs-left',
      'row',
      'boxed-row',
      'two-columns',
      'sentence',
      'stacked',
      'right-labels',
    ] as const),
    parties: random.pick(['left', 'right', 'bill-ship', 'from-to', 'boxed', 'inline'] as const),
    partyLabels: random.chance(0.7),
    columns,
    rules,
    heading: rules === 'band' || random.chance(0.9),
    descriptionAbove,
    sections: random.chance(0.1),
    carry: random.chance(0.4),
    length: random.pick(['few', 'few', 'few', 'page', 'many'] as const),
    totals: random.pick(['right', 'right', 'left', 'in-table', 'columns', 'band', 'dotted'] as const),
    breakdown: random.pick(['none', 'none', 'before', 'after'] as const),
    payment: random.pick(['box', 'sentence', 'pairs', 'footer', 'none'] as const),
    footer: random.pick(['line', 'columns', 'centre', 'none'] as const),
    font: random.pick(['sans', 'sans', 'sans', 'serif', 'mono', 'embedded'] as const),
    spacing: random.pick(['normal', 'normal', 'normal', 'normal', 'words', 'tight', 'letters'] as const),
    rotated: random.chance(0.03),
    leading: random.pick([12, 13, 14, 16]),
  };
}

/** The structure alone: equal for programs that draw the same arrangement. */
export function structureOf(program: LayoutProgram): string {
  const { id: _id, font: _font, leading: _leading, spacing: _spacing, rotated: _rotated, ...structure } = program;
  return JSON.stringify(structure);
}
