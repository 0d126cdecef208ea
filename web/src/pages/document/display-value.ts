import type { Result } from '#core/contract/result';
import { formatAmount } from '../../formatting/amounts.ts';
import { formatDate } from '../../formatting/dates.ts';
import { fieldGroup, fieldKind } from '../../wording/field-words.ts';

/** Formats a value for the reader. The exact value is in the details, in the JSON and on the clipboard. */
export function displayValue(name: string, value: string, result: Pick<Result, 'fields'>): string {
  return display(name, value, result.fields['currency']?.value ?? null);
}

/** The same for table cells, without the currency. */
export function displayCell(name: string, value: string): string {
  return display(name, value, null);
}

function display(name: string, value: string, currency: string | null): string {
  if (value === '') return '(empty)';
  switch (fieldKind(name)) {
    case 'amount':
      return formatAmount(value, currency);
    case 'date':
      return formatDate(value);
    case 'text':
      return isAmountInBox(name, value) ? formatAmount(value, currency) : value;
  }
}

/** The names of form boxes do not distinguish amounts from codes; only amounts have exactly two decimals. */
function isAmountInBox(name: string, value: string): boolean {
  return fieldGroup(name) === 'boxes' && /^-?\d+\.\d{2}$/.test(value);
}
