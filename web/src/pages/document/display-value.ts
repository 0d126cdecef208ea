import type { Result } from '#core/contract/result';
import { formatAmount } from '../../formatting/amounts.ts';
import { formatDate } from '../../formatting/dates.ts';
import { fieldKind } from '../../wording/field-words.ts';

/** A value as the reader writes it; the exact value is in the details, in the JSON and what copying gives. */
export function displayValue(name: string, value: string, result: Pick<Result, 'fields'>): string {
  if (value === '') return '(empty)';
  switch (fieldKind(name)) {
    case 'amount':
      return formatAmount(value, result.fields['currency']?.value ?? null);
    case 'date':
      return formatDate(value);
    case 'text':
      return value;
  }
}
