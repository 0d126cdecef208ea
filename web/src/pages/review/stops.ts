import type { Result } from '#core/contract/result';
import type { FieldValue } from '#core/domain/result';
import { fieldLabel } from '../../wording/field-words.ts';
import { listSpots } from '../document/value-spots.ts';

type Check = Result['checks'][number];

/** Where a value belongs: a field, or a cell of the line items (rows from 0). */
export type Target =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'cell'; readonly row: number; readonly name: string };

/** One thing a reviewer looks at. */
export interface Stop {
  /** `field:NAME`, `line:ROW:NAME` or `check:RULE`; a missing field has the key it will have as a value. */
  readonly key: string;
  readonly kind: 'value' | 'missing' | 'check';
  readonly label: string;
  /** Null for a check. */
  readonly target: Target | null;
  readonly value: FieldValue | null;
  readonly check: Check | null;
}

const fieldKey = (name: string): string => `field:${name}`;
export const cellKey = (row: number, name: string): string => `line:${row}:${name}`;

export function keyOfTarget(target: Target): string {
  return target.kind === 'field' ? fieldKey(target.name) : cellKey(target.row, target.name);
}

/** Every value as something that can be stopped at, in reading order. */
export function listValues(result: Pick<Result, 'fields' | 'line_items'>): readonly Stop[] {
  return listSpots(result).map(({ key, name, label, field, place }) => {
    const target: Target = place.kind === 'field' ? { kind: 'field', name } : { kind: 'cell', row: place.row, name };
    return { key, kind: 'value', label, target, value: field, check: null };
  });
}

/**
 * What a reviewer has to look at, in the order to do it: missing fields, doubtful fields and cells in reading order, then
 * failed checks. A failed check about a value that is a stop already is shown there, and counts once that value is settled.
 */
export function listStops(result: Result): readonly Stop[] {
  const doubtful = listValues(result).filter(({ value }) => value?.state === 'needs_review');
  const fields = doubtful.filter(({ target }) => target?.kind === 'field');
  const cells = doubtful.filter(({ target }) => target?.kind === 'cell');
  const open = new Set([...result.missing, ...fields.map(({ target }) => target?.name ?? '')]);
  const checks = result.checks.filter(({ ok, fields: about = [] }) => !ok && !about.some((name) => open.has(name)));
  return [...result.missing.map(missingStop), ...fields, ...cells, ...checks.map(checkStop)];
}

export function missingStop(name: string): Stop {
  return {
    key: fieldKey(name),
    kind: 'missing',
    label: fieldLabel(name),
    target: { kind: 'field', name },
    value: null,
    check: null,
  };
}

const checkKey = ({ rule, detail }: Check): string => `check:${rule}:${detail}`;

function checkStop(check: Check): Stop {
  return { key: checkKey(check), kind: 'check', label: 'Check', target: null, value: null, check };
}

/**
 * The stops to show: those seen so far keep their place, also once they are settled; new ones follow. Keys of line items
 * move with their rows, so `rowsMoved` forgets the settled cells.
 */
export function mergeOrder(seen: readonly string[], stops: readonly Stop[], rowsMoved: boolean): readonly string[] {
  const open = new Set(stops.map(({ key }) => key));
  const kept = seen.filter(
    (key) => open.has(key) || (!key.startsWith('check:') && !(rowsMoved && key.startsWith('line:'))),
  );
  const known = new Set(kept);
  return [...kept, ...stops.map(({ key }) => key).filter((key) => !known.has(key))];
}

/** The next (1) or previous (-1) open stop, wrapping around to `from` itself; null when none is left. */
export function nextOpen(
  order: readonly string[],
  isOpen: (key: string) => boolean,
  from: string | null,
  by: 1 | -1 = 1,
): string | null {
  const at = from === null ? -1 : order.indexOf(from);
  const start = at < 0 && by < 0 ? 0 : at;
  for (let step = 1; step <= order.length; step++) {
    const key = order.at((start + by * step + order.length * 2) % order.length);
    if (key !== undefined && isOpen(key)) return key;
  }
  return null;
}

/** The value at a target; undefined where there is none. */
export function valueAt(result: Pick<Result, 'fields' | 'line_items'>, target: Target): FieldValue | undefined {
  return target.kind === 'field' ? result.fields[target.name] : result.line_items[target.row]?.[target.name];
}
