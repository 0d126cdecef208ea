import { originalOf } from '#core/domain/correction/confirm-value';
import type { AbsentField, ExtractionResult, FieldValue, OriginalReading } from '#core/domain/result';
import { revalidate } from './revalidate.ts';

/**
 * A new reading of a document with what people had confirmed in an earlier one: values, fields that are not on the
 * document, and the rows as a whole where any of them was corrected. The checks are made again. `keepsRows` is true
 * where rows were corrected in a way that no cell shows, such as a deleted row.
 */
export function carryConfirmed(
  earlier: ExtractionResult,
  reading: ExtractionResult,
  keepsRows = false,
): ExtractionResult {
  const confirmed = Object.entries(earlier.fields).filter(([, { state }]) => state === 'confirmed');
  const absent = Object.entries(earlier.absent ?? {});
  const rows =
    keepsRows || earlier.line_items.some((item) => Object.values(item).some(({ state }) => state === 'confirmed'));
  if (confirmed.length === 0 && absent.length === 0 && !rows) return reading;
  const fields: Record<string, FieldValue> = { ...reading.fields };
  for (const [name, value] of confirmed) {
    const read = reading.fields[name];
    fields[name] = {
      ...value,
      checks: read?.value === value.value ? read.checks : [],
      original: readingOf(read, value.original),
    };
  }
  const gone: Record<string, AbsentField> = {};
  for (const [name, field] of absent) {
    gone[name] = { ...field, original: readingOf(reading.fields[name], field.original) };
    delete fields[name];
  }
  const carried: ExtractionResult = {
    ...reading,
    fields,
    line_items: rows ? earlier.line_items : reading.line_items,
    ...(absent.length > 0 && { absent: gone }),
  };
  return revalidate(carried, { before: reading });
}

/** What the new run read; where it read nothing, what an earlier one had. */
const readingOf = (
  read: FieldValue | undefined,
  earlier: OriginalReading | null | undefined,
): OriginalReading | null => (read === undefined ? (earlier ?? null) : originalOf(read));
