import type { Result } from '#core/contract/result';
import type { CorrectResultBody, FieldChange, RowOperation } from '#core/contract/review';
import type { Box, ConfirmationMethod, FieldValue, LineItem } from '#core/domain/result';
import type { Target } from './stops.ts';

/** A correction before it is sent: the request body without its version. */
export interface Correction {
  /** Unique on this screen. */
  readonly id: number;
  /** What it does, for messages: "Total". */
  readonly label: string;
  readonly body: Omit<CorrectResultBody, 'version'>;
}

/** A value with the place it was taken from. */
export interface NewValue {
  readonly value: string;
  readonly page?: number | undefined;
  readonly box?: [number, number, number, number] | undefined;
}

export const boxOf = ([x0, y0, x1, y1]: Box): [number, number, number, number] => [x0, y0, x1, y1];

/** The request body that sets one value. */
export function setBody(target: Target, value: NewValue): Correction['body'] {
  if (target.kind === 'field') return { fields: { [target.name]: value } };
  return { line_items: [{ op: 'set', row: target.row, cells: { [target.name]: value } }] };
}

/** The request body for "not on the document"; a cell is cleared. */
export function absentBody(target: Target): Correction['body'] {
  if (target.kind === 'field') return { fields: { [target.name]: { absent: true } } };
  return { line_items: [{ op: 'set', row: target.row, cells: { [target.name]: null } }] };
}

/** Whether the correction changes which row is which. */
export function movesRows({ body }: Correction): boolean {
  return (body.line_items ?? []).some(({ op }) => op !== 'set');
}

/**
 * The result as it will be once the server has applied the correction; the checks are left as they are. The server's own
 * answer replaces it.
 */
export function applyCorrection(result: Result, body: Correction['body']): Result {
  let { fields, missing, absent, line_items: rows } = result;
  for (const [name, change] of Object.entries(body.fields ?? {})) {
    ({ fields, missing, absent } = applyField({ fields, missing, absent }, name, change));
  }
  for (const operation of body.line_items ?? []) rows = applyRow(rows, operation);
  return { ...result, fields, missing, ...(absent === undefined ? {} : { absent }), line_items: rows };
}

type FieldPart = Pick<Result, 'fields' | 'missing' | 'absent'>;

function applyField({ fields, missing, absent }: FieldPart, name: string, change: FieldChange): FieldPart {
  const { [name]: before, ...others } = fields;
  const { [name]: _absent, ...otherAbsent } = absent ?? {};
  const rest = missing.filter((each) => each !== name);
  if (change === null) return { fields: others, missing, absent: otherAbsent };
  if ('absent' in change) {
    const confirmed_by = confirmation('absent');
    return { fields: others, missing: rest, absent: { ...otherAbsent, [name]: { original: null, confirmed_by } } };
  }
  return { fields: { ...fields, [name]: confirmedValue(before, change) }, missing: rest, absent: otherAbsent };
}

function applyCells(row: LineItem, cells: Readonly<Record<string, NewValue | null>>): LineItem {
  const next: Record<string, FieldValue> = { ...row };
  for (const [name, value] of Object.entries(cells)) {
    if (value === null) delete next[name];
    else next[name] = confirmedValue(row[name], value);
  }
  return next;
}

function applyRow(rows: readonly LineItem[], operation: RowOperation): readonly LineItem[] {
  const { row: at } = operation;
  const here = rows[at];
  switch (operation.op) {
    case 'insert':
      return at > rows.length ? rows : rows.toSpliced(at, 0, applyCells({}, operation.cells ?? {}));
    case 'set':
      return here ? rows.with(at, applyCells(here, operation.cells)) : rows;
    case 'delete':
      return here ? rows.toSpliced(at, 1) : rows;
    case 'move':
      return here ? rows.toSpliced(at, 1).toSpliced(operation.to, 0, here) : rows;
    case 'merge': {
      const next = rows[at + 1];
      return here && next ? rows.toSpliced(at, 2, mergeRows(here, next)) : rows;
    }
    case 'split': {
      if (!here) return rows;
      const cleared = Object.fromEntries(Object.keys(operation.cells).map((name) => [name, null]));
      return rows.toSpliced(at, 1, applyCells(here, cleared), applyCells({}, operation.cells));
    }
  }
}

/** Cells in both rows are joined; the others are taken over. */
function mergeRows(first: LineItem, second: LineItem): LineItem {
  const merged: Record<string, FieldValue> = { ...first };
  for (const [name, cell] of Object.entries(second)) {
    const before = first[name];
    merged[name] = before ? confirmedValue(before, { value: `${before.value} ${cell.value}` }) : cell;
  }
  return merged;
}

function confirmedValue(before: FieldValue | undefined, { value, page, box }: NewValue): FieldValue {
  const how = howOf(before, value, box !== undefined);
  const evidence = page === undefined ? [] : [{ page, box: box ?? null, text: value }];
  return {
    value,
    confidence: 1,
    state: 'confirmed',
    evidence: before && evidence.length === 0 && how === 'accepted' ? before.evidence : evidence,
    checks: [],
    alternatives: before?.alternatives ?? [],
    rule: before?.rule ?? '',
    original: before === undefined ? null : (before.original ?? originalOf(before)),
    confirmed_by: confirmation(how),
  };
}

function howOf(before: FieldValue | undefined, value: string, placed: boolean): ConfirmationMethod {
  if (placed) return 'picked';
  if (before?.value === value) return 'accepted';
  return before?.alternatives.some((each) => each.value === value) ? 'alternative' : 'typed';
}

function originalOf({ value, confidence, state, evidence, rule }: FieldValue): FieldValue['original'] {
  return state === 'confirmed' ? null : { value, confidence, state, evidence, rule };
}

const confirmation = (how: ConfirmationMethod) =>
  ({ kind: 'user', id: '', how, at: new Date().toISOString() }) as const;

/** What a correction touches, so that one made on an older version can be told from one that still applies. */
function isUntouched(body: Correction['body'], before: Result, now: Result): boolean {
  const same = (a: FieldValue | undefined, b: FieldValue | undefined) => a?.value === b?.value && a?.state === b?.state;
  const fieldsSame = Object.keys(body.fields ?? {}).every((name) => same(before.fields[name], now.fields[name]));
  if (!fieldsSame) return false;
  if (body.document_type !== undefined && before.document_type !== now.document_type) return false;
  if (body.line_items === undefined) return true;
  const words = (rows: Result['line_items']) =>
    JSON.stringify(rows.map((row) => Object.entries(row).map(([name, { value }]) => [name, value])));
  return words(before.line_items) === words(now.line_items);
}

/** Splits the corrections into those that still apply to a newer result and those that somebody else overtook. */
export function rebase(
  corrections: readonly Correction[],
  before: Result,
  now: Result,
): { readonly kept: readonly Correction[]; readonly dropped: readonly Correction[] } {
  const kept = corrections.filter(({ body }) => isUntouched(body, before, now));
  return { kept, dropped: corrections.filter((each) => !kept.includes(each)) };
}
