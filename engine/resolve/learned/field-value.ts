import type { LearnedField } from './learned-fields.data.ts';

/** The value of a field as it is given: without the minus where the field has none. */
export function fieldValueOf(field: LearnedField, value: string): string {
  return field.unsigned ? value.replace(/^-/, '') : value;
}
