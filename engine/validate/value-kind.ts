import type { ValuePlace } from '#core/domain/correction/correction';
import { columnRecord, fieldRecord } from '#core/domain/fields';
import type { SchemaTemplate } from '#core/domain/schema-template';
import type { WireKind } from './wire-value.ts';

/** How the value of a field or column is written; what no table names is told by its name and by its value so far. */
export function kindOf({ name, isCell, current }: ValuePlace, template?: SchemaTemplate): WireKind {
  const own = isCell ? template?.table?.columns : template?.fields;
  const kind =
    own?.find((field) => field.name === name)?.kind ?? (isCell ? columnRecord(name) : fieldRecord(name))?.kind;
  if (name.endsWith('_iban')) return 'iban';
  return kind ?? guessedKind(name, current);
}

const SUFFIXES: readonly (readonly [RegExp, WireKind])[] = [
  [/_date$/, 'date'],
  [/_time$/, 'time'],
  [/_(?:amount|price|balance)$/, 'amount'],
  [/_address$/, 'address'],
];

function guessedKind(name: string, current: string | undefined): WireKind {
  const named = SUFFIXES.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== undefined) return named;
  if (current === undefined) return 'text';
  if (/^-?\d+\.\d{2,4}$/.test(current)) return 'amount';
  return /^\d{4}-\d{2}-\d{2}$/.test(current) ? 'date' : 'text';
}
