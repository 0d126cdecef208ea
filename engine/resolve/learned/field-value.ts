import type { LearnedField } from './learned-fields.data.ts';

/** The value of a field in its output form: without the minus if the field is unsigned. */
export function fieldValueOf(field: LearnedField, value: string): string {
  return field.unsigned ? value.replace(/^-/, '') : value;
}
