import type { Check, FieldValue } from '#core/domain/result';
import type { ValueCheck } from './value-check.ts';

/** Maximum probability of a value that something on the page contradicts. */
export const CONTRADICTED = 0.6;

type Fields = Readonly<Record<string, FieldValue>>;

/** A value copied from another field has no evidence of its own. */
const COPY_OF = /^same_as:(.+)$/;

/** Place of a value on the page. A copy has the place of its original. */
export function placeOf(name: string, fields: Fields): string {
  const original = COPY_OF.exec(fields[name]?.rule ?? '')?.[1];
  const evidence = fields[original ?? name]?.evidence ?? [];
  return evidence.map(({ page, box, path }) => path ?? `${page}:${box?.join()}`).join(' ') || (original ?? name);
}

/**
 * The rule for failed checks: at least one value in a failed check is wrong and it is unknown which, so all of them
 * need review. A passing check that includes such a value no longer supports its other values; values with further
 * proof stay proved. Copies of a contradicted value, and other values read
 * at its place, are lowered with it. Confirmed values are never lowered.
 */
export function withoutContradicted(fields: Fields, checks: readonly ValueCheck[]): Fields {
  const doubted = new Set(checks.filter(({ ok }) => !ok).flatMap((check) => check.fields));
  if (doubted.size === 0) return followCopies(fields);
  for (const check of checks) {
    if (!check.ok || !check.fields.some((name) => doubted.has(name))) continue;
    for (const name of check.fields) if (restsOn(fields[name], check)) doubted.add(name);
  }
  const places = new Set([...doubted].map((name) => placeOf(name, fields)));
  const isDoubted = (name: string, value: FieldValue) =>
    doubted.has(name) || (value.state !== 'proved' && places.has(placeOf(name, fields)));
  const judged = Object.entries(fields).map(([name, value]) => [
    name,
    isDoubted(name, value) ? doubtful(value) : value,
  ]);
  return followCopies(Object.fromEntries(judged));
}

function restsOn(value: FieldValue | undefined, { rule }: Check): boolean {
  return (
    value !== undefined &&
    value.state !== 'proved' &&
    value.state !== 'confirmed' &&
    value.checks.every((own) => own === rule)
  );
}

/** Limits the confidence of a copy to that of its original. */
function followCopies(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([name, value]) => {
    const original = fields[COPY_OF.exec(value.rule)?.[1] ?? ''];
    return [name, original?.state === 'needs_review' ? doubtful(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

function doubtful(value: FieldValue): FieldValue {
  if (value.state === 'confirmed') return value;
  return { ...value, state: 'needs_review', confidence: Math.min(value.confidence, CONTRADICTED) };
}
