import type { AbsentField, ExtractionResult, FieldValue, OriginalReading } from '../result.ts';
import { applyRows } from './apply-rows.ts';
import { confirmValue, originalOf } from './confirm-value.ts';
import type { Applied, Correction, CorrectionContext, CorrectionError, FieldChange } from './correction.ts';

/**
 * The result with a correction in it: values that were set are `confirmed` and keep their first reading, everything else
 * is as before. All of the correction, or its errors. Checks and missing fields are not made again here
 * (`engine/validate/revalidate.ts`), and the version is the caller's.
 */
export function applyCorrection(result: ExtractionResult, correction: Correction, context: CorrectionContext): Applied {
  const fields: Record<string, FieldValue> = { ...result.fields };
  const absent: Record<string, AbsentField> = { ...result.absent };
  const cleared: Record<string, OriginalReading> = { ...result.cleared };
  const errors: CorrectionError[] = [];
  const changes: Record<string, readonly [unknown, unknown]> = {};

  for (const [name, change] of Object.entries(correction.fields ?? {})) {
    const before = own(fields, name);
    const original =
      before === undefined ? (own(absent, name)?.original ?? own(cleared, name) ?? null) : originalOf(before);
    if (isPlacedValue(change)) {
      const at = { name, isCell: false, path: `fields.${name}`, original };
      const made = confirmValue(result, before, change, context, at);
      if (!made.ok) {
        errors.push(made.error);
        continue;
      }
      if (made.value === before) continue;
      fields[name] = made.value;
      changes[name] = [before?.value ?? null, made.value.value];
      delete absent[name];
      delete cleared[name];
    } else if (change === null) {
      if (before === undefined && own(absent, name) === undefined) continue;
      changes[name] = [before?.value ?? null, null];
      delete fields[name];
      delete absent[name];
      if (original !== null) cleared[name] = original;
    } else if (own(absent, name) === undefined) {
      changes[name] = [before?.value ?? null, null];
      absent[name] = { original, confirmed_by: { ...context.by, how: 'absent', at: context.at } };
      delete fields[name];
      delete cleared[name];
    }
  }
  const rows = applyRows(result, correction.line_items ?? [], context);
  const wrong = [...errors, ...rows.errors];
  if (wrong.length > 0) return { ok: false, errors: wrong };
  const { absent: _absent, cleared: _cleared, ...rest } = result;
  return {
    ok: true,
    changes: { ...changes, ...rows.changes },
    result: {
      ...rest,
      fields,
      line_items: rows.items,
      ...(Object.keys(absent).length > 0 && { absent }),
      ...(Object.keys(cleared).length > 0 && { cleared }),
    },
  };
}

const isPlacedValue = (change: FieldChange): change is Extract<FieldChange, { value: string }> =>
  change !== null && 'value' in change;

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
