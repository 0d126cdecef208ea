import type { Result } from '#core/contract/result';
import { formatAmount } from '../../formatting/amounts.ts';
import { formatDate } from '../../formatting/dates.ts';
import { fieldGroup, fieldKind } from '../../wording/field-words.ts';

/** A value as the reader writes it; the exact value is in the details, in the JSON and what copying gives. */
export function displayValue(name: string, value: string, result: Pick<Result, 'fields'>): string {
  return display(name, value, result.fields['currency']?.value ?? null);
}

/** The same in a table, where repeating the currency in every cell would only cost width. */
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
      return isAmountOfBox(name, value) ? formatAmount(value, currency) : value;
  }
}

/** The name of a form's box does not tell money from codes; amounts are the only values with exactly two decimals. */
function isAmountOfBox(name: string, value: string): boolean {
  return fieldGroup(name) === 'boxes' && /^-?\d+\.\d{2}$/.test(value);
}
