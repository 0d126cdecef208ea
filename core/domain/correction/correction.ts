import type { Box, Confirmation, ExtractionResult } from '../result.ts';

/** What a person or a program changes in a result. */
export interface Correction {
  readonly fields?: Readonly<Record<string, FieldChange>> | undefined;
  readonly line_items?: readonly RowOperation[] | undefined;
}

/** A value as written or in wire form; `page` and `box` where it was taken from the page. */
export interface PlacedValue {
  readonly value: string;
  readonly page?: number | undefined;
  readonly box?: Box | undefined;
}

/** `absent`: the field is not on the document; null: the value is cleared. */
export type FieldChange = PlacedValue | { readonly absent: true } | null;

export type Cells = Readonly<Record<string, PlacedValue | null>>;

/** Rows are counted from 0, after the operations before. */
export type RowOperation =
  | { readonly op: 'set'; readonly row: number; readonly cells: Cells }
  | { readonly op: 'insert'; readonly row: number; readonly cells?: Cells | undefined }
  | { readonly op: 'delete'; readonly row: number }
  | { readonly op: 'move'; readonly row: number; readonly to: number }
  /** Merges the row with the next one. */
  | { readonly op: 'merge'; readonly row: number }
  /** Inserts a row with these cells behind it and clears them in the row; a null cell moves as it is. */
  | { readonly op: 'split'; readonly row: number; readonly cells: Cells };

export interface CorrectionContext {
  readonly by: Pick<Confirmation, 'kind' | 'id'>;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** The wire form of a value of that field or column; null where the text is none. */
  toWire(place: ValuePlace, text: string): string | null;
  /** Every wire value that the text can be read as; decides whether evidence still shows a value. */
  readings(place: ValuePlace, text: string): readonly string[];
  /** The wire form of what a merge makes of two amounts. */
  add(first: string, second: string): string | null;
}

export interface ValuePlace {
  readonly name: string;
  readonly isCell: boolean;
  /** The value that is there now. */
  readonly current: string | undefined;
}

export interface CorrectionError {
  /** Where in the correction, for example `fields.total_amount.value`. */
  readonly path: string;
  readonly message: string;
}

/** `{field: [old, new]}`; cells as `line_items[3].amount`, rows as `line_items[3]`. An accepted value is equal on both sides. */
export type CorrectionChanges = Readonly<Record<string, readonly [old: unknown, now: unknown]>>;

export type Applied =
  | { readonly ok: true; readonly result: ExtractionResult; readonly changes: CorrectionChanges }
  | { readonly ok: false; readonly errors: readonly CorrectionError[] };
