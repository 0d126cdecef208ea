import type {
  Confirmation,
  ConfirmationMethod,
  Evidence,
  ExtractionResult,
  FieldValue,
  OriginalReading,
} from '../result.ts';
import type { CorrectionContext, CorrectionError, PlacedValue, ValuePlace } from './correction.ts';

export type ConfirmedValue =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly error: CorrectionError };

/**
 * The value in the state `confirmed`, with the reading it replaces beside it. `original` is what had been read where no
 * value is left. A value that is confirmed already and is sent again without a place stays as it is.
 */
export function confirmValue(
  result: Pick<ExtractionResult, 'pages'>,
  before: FieldValue | undefined,
  placed: PlacedValue,
  context: CorrectionContext,
  at: {
    readonly name: string;
    readonly isCell: boolean;
    readonly path: string;
    readonly original?: OriginalReading | null;
  },
): ConfirmedValue {
  const place: ValuePlace = { name: at.name, isCell: at.isCell, current: before?.value };
  const failed = (path: string, message: string): ConfirmedValue => ({
    ok: false,
    error: { path: `${at.path}${path}`, message },
  });
  const isPlaced = placed.page !== undefined;
  if (placed.box !== undefined && !isPlaced) return failed('.page', 'A box needs its page.');
  if (isPlaced && !result.pages.some(({ page }) => page === placed.page))
    return failed('.page', 'The document has no such page.');
  const value = wireOf(before, placed.value, place, context, at.original);
  if (value === null) return failed('.value', 'This is not a value of the field.');
  if (before?.state === 'confirmed' && before.value === value && !isPlaced) return { ok: true, value: before };
  const original = before === undefined ? (at.original ?? null) : originalOf(before);
  const how = methodOf(before, original, value, isPlaced);
  const evidence = isPlaced
    ? [{ page: placed.page ?? null, box: placed.box ?? null, text: placed.value }]
    : keptEvidence(before, original, value, place, context);
  return { ok: true, value: { ...confirmed(before, value, how, context), evidence, original } };
}

/** What the engine had read, however often the value was changed since. */
export function originalOf(value: FieldValue): OriginalReading | null {
  const { state, confidence, evidence, rule, original } = value;
  return state === 'confirmed' ? (original ?? null) : { value: value.value, confidence, state, evidence, rule };
}

export function confirmed(
  before: FieldValue | undefined,
  value: string,
  how: ConfirmationMethod,
  { by, at }: Pick<CorrectionContext, 'by' | 'at'>,
): FieldValue {
  const confirmed_by: Confirmation = { ...by, how, at };
  return {
    value,
    confidence: 1,
    state: 'confirmed',
    evidence: before?.evidence ?? [],
    // Checks speak for the value that was there.
    checks: before?.value === value ? before.checks : [],
    alternatives: before?.alternatives ?? [],
    rule: before?.value === value ? before.rule : `confirmed:${how}`,
    confirmed_by,
  };
}

/** A value that is already in wire form needs no parsing. */
function wireOf(
  before: FieldValue | undefined,
  sent: string,
  place: ValuePlace,
  context: CorrectionContext,
  original: OriginalReading | null | undefined,
): string | null {
  const known = [
    before?.value,
    before?.original?.value,
    original?.value,
    ...(before?.alternatives ?? []).map(({ value }) => value),
  ];
  return known.includes(sent) ? sent : context.toWire(place, sent);
}

function methodOf(
  before: FieldValue | undefined,
  original: OriginalReading | null,
  value: string,
  isPlaced: boolean,
): ConfirmationMethod {
  if (before?.value === value || original?.value === value) return 'accepted';
  if (isPlaced) return 'picked';
  return before?.alternatives.some((other) => other.value === value) ? 'alternative' : 'typed';
}

/** Evidence stays with the value that it shows. */
function keptEvidence(
  before: FieldValue | undefined,
  original: OriginalReading | null,
  value: string,
  place: ValuePlace,
  context: CorrectionContext,
): readonly Evidence[] {
  if (before?.value === value) return before.evidence;
  if (original === null) return [];
  if (original.value === value) return original.evidence;
  const text = original.evidence.map((one) => one.text).join(' ');
  return context.readings(place, text).includes(value) ? original.evidence : [];
}
