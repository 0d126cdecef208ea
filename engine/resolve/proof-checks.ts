import type { Check, FieldValue } from '#core/domain/result';
import type { FileProperties } from '../model.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** Describes in one line each piece of evidence that fields cite and that their values alone do not show. */
export function proofChecks(fields: Fields, properties: FileProperties = {}): Check[] {
  const checks = new Map<string, Check>();
  for (const [name, field] of Object.entries(fields)) {
    for (const rule of field.checks) {
      const detail = detailOf(rule, name, fields, properties);
      if (detail !== undefined && !checks.has(rule)) checks.set(rule, { rule, ok: true, detail });
    }
  }
  return [...checks.values()];
}

function detailOf(rule: string, name: string, fields: Fields, properties: FileProperties): string | undefined {
  const value = fields[name]?.value ?? '';
  const other = (field: string) => fields[field]?.value ?? '';
  switch (rule) {
    case `repeated:${name}`:
      return `${value} stands at more than one place: ${places(fields[name])}`;
    case `file_title:${name}`:
      return `${value} stands in the title of the file: "${properties.title?.replaceAll('\n', ' / ') ?? ''}"`;
    case `file_date:${name}`:
      return `${value} is the day on which the file was made`;
    case `same_date:${name}`:
      return `${value} stands under the label of another date too`;
    case `paid:${name}`:
      return `${value} is what was paid, without change`;
    case 'total_and_rounding':
      return `${value} is the sum before it and the rounding`;
    case 'tax_of_total':
      return `a line of taxes adds up to the total, and its tax is its base at a printed rate`;
    case `weekday:${name}`:
      return `the day of the week beside ${value} is its own`;
    case `in_number:${name}`:
      return `a number of the receipt begins with the day ${value}`;
    case 'date_in_number':
      return `${other('invoice_number')} holds the date ${other('invoice_date')}`;
    case 'number_of_order':
      return `${other('invoice_number')} is the number of the order and a counter`;
    case 'payment_terms':
      return `${other('due_date')} is as many days after ${other('invoice_date')} as the terms say`;
    case 'currency_of_account':
      return `${value} is the legal tender where the account is held`;
    case 'currency_of_country':
      return `${value} is the legal tender of the only country that the page speaks of`;
    case 'currency_of_vendor':
      return `${value} is the legal tender where the vendor is registered`;
    case 'gross_less_commission':
      return `${other('gross_amount')} less the agency's commission is the net amount`;
    case 'lines_of_period':
      return `lines run from ${other('service_start_date')} to ${other('service_end_date')}`;
    default:
      return undefined;
  }
}

function places(field: FieldValue | undefined): string {
  return (field?.evidence ?? []).map((one) => `"${one.text}" on page ${one.page ?? 0}`).join(', ');
}
