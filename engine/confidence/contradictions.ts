import type { Check, FieldValue } from '#core/domain/result';
import type { ValueCheck } from '../validate/value-check.ts';
import { CONTRADICTED } from './confidence.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** A value that was taken over from another field has no evidence of its own. */
const COPY_OF = /^same_as:(.+)$/;

/** Where a value stands. A copy stands where its original does. */
export function placeOf(name: string, fields: Fields): string {
  const original = COPY_OF.exec(fields[name]?.rule ?? '')?.[1];
  const evidence = fields[original ?? name]?.evidence ?? [];
  return evidence.map(({ page, box, path }) => path ?? `${page}:${box?.join()}`).join(' ') || (original ?? name);
}

/**
 * The one rule for failed checks: at least one value in a failed check is wrong, and nothing says which, so a person
 * looks at all of them. A check that holds only with such a value says nothing for the others in it; those that are
 * proved by more than this check stay. Values copied from a contradicted one share its fate.
 */
export function withoutContradicted(fields: Fields, checks: readonly ValueCheck[]): Fields {
  const doubted = new Set(checks.filter(({ ok }) => !ok).flatMap((check) => check.fields));
  if (doubted.size === 0) return followCopies(fields);
  for (const check of checks) {
    if (!check.ok || !check.fields.some((name) => doubted.has(name))) continue;
    for (const name of check.fields) if (restsOn(fields[name], check)) doubted.add(name);
  }
  const judged = Object.entries(fields).map(([name, value]) => [name, doubted.has(name) ? doubtful(value) : value]);
  return followCopies(Object.fromEntries(judged));
}

function restsOn(value: FieldValue | undefined, { rule }: Check): boolean {
  return value !== undefined && value.state !== 'proved' && value.checks.every((own) => own === rule);
}

/** A copy is never surer than the value it was taken from. */
function followCopies(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([name, value]) => {
    const original = fields[COPY_OF.exec(value.rule)?.[1] ?? ''];
    return [name, original?.state === 'needs_review' ? doubtful(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

function doubtful(value: FieldValue): FieldValue {
  return { ...value, state: 'needs_review', confidence: Math.min(value.confidence, CONTRADICTED) };
}
