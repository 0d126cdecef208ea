import type { Result } from '#core/contract/result';
import type { CorrectResultBody } from '#core/contract/review';
import type { FieldValue } from '#core/domain/result';
import { correctResult } from '#engine/validate/correct-result';
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

/** The one value that a correction enters, and where; null when it does something else. */
export function enteredValue({ body }: Correction): { readonly target: Target; readonly value: NewValue } | null {
  const fields = Object.entries(body.fields ?? {});
  const [name, change] = fields[0] ?? [];
  if (fields.length === 1 && name !== undefined && change != null && 'value' in change)
    return { target: { kind: 'field', name }, value: change };
  const [operation] = body.line_items ?? [];
  if (body.line_items?.length !== 1 || operation?.op !== 'set') return null;
  const [[column, cell] = []] = Object.entries(operation.cells);
  if (column === undefined || cell == null) return null;
  return { target: { kind: 'cell', row: operation.row, name: column }, value: cell };
}

/** What was entered, for a message: it is not on the screen any more. */
export function describeEntry(correction: Correction): string {
  const entered = enteredValue(correction);
  return entered === null ? correction.label : `${correction.label} (you entered “${entered.value.value}”)`;
}

/** Whether the correction changes which row is which. */
export function movesRows({ body }: Correction): boolean {
  return (body.line_items ?? []).some(({ op }) => op !== 'set');
}

/** A result with a correction in it, or what is wrong with the correction. */
export type Corrected =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly message: string };

/** What the server will make of the correction: values in their wire form, and the checks made again. */
export function applyCorrection(result: Result, { fields, line_items }: Correction['body'], userId = ''): Corrected {
  const by = { kind: 'user', id: userId } as const;
  const applied = correctResult(result, { fields, line_items }, { by, at: new Date().toISOString() });
  if (applied.ok) return { ok: true, result: applied.result };
  return { ok: false, message: applied.errors[0]?.message ?? 'This is not a value of the field.' };
}

/** The same, where a correction that cannot be applied changes nothing. */
export function withCorrection(result: Result, body: Correction['body'], userId = ''): Result {
  const corrected = applyCorrection(result, body, userId);
  return corrected.ok ? corrected.result : result;
}

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
