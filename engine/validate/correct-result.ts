import { applyCorrection } from '#core/domain/correction/apply-correction';
import type { Applied, Correction, CorrectionContext, ValuePlace } from '#core/domain/correction/correction';
import type { ExtractionResult } from '#core/domain/result';
import type { SchemaTemplate } from '#core/domain/schema-template';
import { formatUnits, toUnits } from '../normalise/decimal.ts';
import { revalidate } from './revalidate.ts';
import { kindOf } from './value-kind.ts';
import { toWireValue, wireReadings } from './wire-value.ts';

export interface Corrector extends Pick<CorrectionContext, 'by' | 'at'> {
  /** The template that the result was read by, where the caller has it: kinds and required fields. */
  readonly template?: SchemaTemplate | undefined;
}

/**
 * A correction as the API makes it: typed values into wire form, the correction, and the checks again. Pure, so that a
 * screen can show the outcome before the API has answered. The version is the caller's.
 */
export function correctResult(result: ExtractionResult, correction: Correction, corrector: Corrector): Applied {
  const { by, at, template } = corrector;
  const locale = { language: result.language, currency: currencyOf(result, correction) };
  const kind = (place: ValuePlace) => kindOf(place, template);
  const applied = applyCorrection(result, correction, {
    by,
    at,
    toWire: (place, text) => toWireValue(kind(place), text, locale),
    readings: (place, text) => wireReadings(kind(place), text),
    add,
  });
  if (!applied.ok) return applied;
  return { ...applied, result: revalidate(applied.result, { before: result, template }) };
}

/** A currency in the same correction already counts for its dates and amounts. */
function currencyOf({ fields }: ExtractionResult, correction: Correction): string | null {
  const change = correction.fields?.['currency'];
  const given = change != null && 'value' in change && /^[A-Z]{3}$/.test(change.value) ? change.value : undefined;
  return given ?? fields['currency']?.value ?? null;
}

function add(first: string, second: string): string | null {
  const [one, other] = [toUnits(first), toUnits(second)];
  return one === undefined || other === undefined ? null : formatUnits(one + other);
}
