import type { Result } from '#core/contract/result';
import { COLUMNS, columnRecord, FIELD_GROUPS, FIELDS, type FieldGroup } from '#core/domain/fields';
import type { Box, FieldState, FieldValue } from '#core/domain/result';
import { fieldGroup, fieldLabel } from '../../wording/field-words.ts';

/** One value of a result for display and navigation: a field, or a cell of the line items. */
export interface ValueSpot {
  /** Unique in the result: `field:NAME` or `line:ROW:NAME`, rows from 0. */
  readonly key: string;
  readonly name: string;
  readonly label: string;
  readonly field: FieldValue;
  readonly place:
    | { readonly kind: 'field'; readonly group: FieldGroup }
    | { readonly kind: 'line'; readonly row: number; readonly column: number };
}

/** Columns at the right edge. */
const LAST_COLUMNS: readonly string[] = ['amount', 'balance'];

export function lineItemColumns(result: Pick<Result, 'line_items'>): readonly string[] {
  const present = new Set(result.line_items.flatMap((line) => Object.keys(line)));
  const known = COLUMNS.map(({ name }) => name).filter((name) => present.has(name) && !LAST_COLUMNS.includes(name));
  const last = LAST_COLUMNS.filter((name) => present.has(name));
  const others = [...present].filter((name) => columnRecord(name) === undefined);
  return [...known, ...others, ...last];
}

/** Every value in reading order: the fields by group, then the line items row by row. */
export function listSpots(result: Pick<Result, 'fields' | 'line_items'>): readonly ValueSpot[] {
  const fields = Object.entries(result.fields).map(
    ([name, field]): ValueSpot & { place: { kind: 'field'; group: FieldGroup } } => {
      return {
        key: `field:${name}`,
        name,
        label: fieldLabel(name),
        field,
        place: { kind: 'field', group: fieldGroup(name) },
      };
    },
  );
  const ordered = fields.toSorted((a, b) => rankOf(a.name) - rankOf(b.name));
  const grouped = FIELD_GROUPS.flatMap((group) => ordered.filter(({ place }) => place.group === group));
  const columns = lineItemColumns(result);
  const cells = result.line_items.flatMap((line, row) =>
    columns.flatMap((name, column): ValueSpot[] => {
      const field = line[name];
      if (!field) return [];
      const label = `${fieldLabel(name)}, line ${row + 1}`;
      return [{ key: `line:${row}:${name}`, name, label, field, place: { kind: 'line', row, column } }];
    }),
  );
  return [...grouped, ...cells];
}

function rankOf(name: string): number {
  const rank = FIELDS.findIndex((field) => field.name === name);
  return rank < 0 ? FIELDS.length : rank;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The value that an arrow key leads to: up and down move through the fields one by one and through the line items row by
 * row; left and right move within a row. Starts at the first value. Null at the end.
 */
export function stepFrom(spots: readonly ValueSpot[], key: string | null, direction: Direction): ValueSpot | null {
  const at = spots.findIndex((spot) => spot.key === key);
  const here = spots[at];
  if (!here) return spots[0] ?? null;
  const by = direction === 'down' || direction === 'right' ? 1 : -1;
  if (here.place.kind === 'field') {
    return direction === 'up' || direction === 'down' ? (spots[at + by] ?? null) : null;
  }
  const { row, column } = here.place;
  if (direction === 'left' || direction === 'right') {
    const beside = spots[at + by];
    return beside?.place.kind === 'line' && beside.place.row === row ? beside : null;
  }
  const inRow = spots.filter(({ place }) => place.kind === 'line' && place.row === row + by);
  const distance = ({ place }: ValueSpot) => (place.kind === 'line' ? Math.abs(place.column - column) : 0);
  const nearest = inRow.toSorted((a, b) => distance(a) - distance(b))[0];
  if (nearest) return nearest;
  return by < 0 ? (spots.findLast(({ place }) => place.kind === 'field') ?? null) : null;
}

/** The next (1) or previous (-1) value that needs review, wrapping around; null when there is none. */
export function nextToReview(spots: readonly ValueSpot[], key: string | null, by: 1 | -1): ValueSpot | null {
  const at = spots.findIndex((spot) => spot.key === key);
  const from = at < 0 && by < 0 ? 0 : at;
  for (let step = 1; step <= spots.length; step++) {
    const spot = spots.at((from + by * step + spots.length * 2) % spots.length);
    if (spot?.field.state === 'needs_review') return spot;
  }
  return null;
}

export function countStates(spots: readonly ValueSpot[]): Readonly<Record<FieldState, number>> {
  const counts = { proved: 0, supported: 0, needs_review: 0, confirmed: 0 };
  for (const { field } of spots) counts[field.state] += 1;
  return counts;
}

/** The bounding box of a value on a page. */
export interface PageMark {
  readonly key: string;
  readonly label: string;
  readonly state: FieldState;
  readonly box: Box;
}

/** All bounding boxes on a page (from 1), larger ones first, so that smaller ones inside stay clickable. */
export function marksOnPage(spots: readonly ValueSpot[], page: number): readonly PageMark[] {
  const area = ({ box }: PageMark) => (box[2] - box[0]) * (box[3] - box[1]);
  return spots
    .flatMap(({ key, label, field }) =>
      field.evidence.flatMap((evidence): PageMark[] =>
        evidence.page === page && evidence.box ? [{ key, label, state: field.state, box: evidence.box }] : [],
      ),
    )
    .toSorted((a, b) => area(b) - area(a));
}
