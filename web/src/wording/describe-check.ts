import { E_INVOICE_RULES } from './e-invoice-rules.data.ts';
import { fieldLabel } from './field-words.ts';

type Wording = (subject: string, ok: boolean) => string;

/** Checks of a machine-readable zone that concern no single field: the texts for passed and failed. */
const MRZ_WORDS: Readonly<Record<string, readonly [string, string] | undefined>> = {
  printed: ['Machine-readable zone and printed text match', 'Machine-readable zone and printed text differ'],
  composite: ['The check digit of the whole zone is valid', 'The check digit of the whole zone is not valid'],
};

/** The text of each kind of check, passed or failed. The kind is the part before the colon. */
const WORDINGS: Readonly<Record<string, Wording | undefined>> = {
  sum_chain: (_, ok) => (ok ? 'The amounts add up to the total' : 'The amounts do not add up to the total'),
  amount_due: (_, ok) =>
    ok ? 'The amount due follows from the total' : 'The amount due does not follow from the total',
  line_items_sum: (_, ok) => (ok ? 'The line items add up' : 'The line items do not add up'),
  quantity_times_unit_price: (_, ok) =>
    ok ? 'Quantity × price gives the amount' : 'Quantity × price does not give the amount',
  iban: (subject, ok) => `The check digits of ${fieldLabel(subject)} are ${ok ? 'valid' : 'not valid'}`,
  tax_id: (subject, ok) => `The check digits of ${inSentence(subject)} are ${ok ? 'valid' : 'not valid'}`,
  date_order: (_, ok) => (ok ? 'The dates are in order' : 'The dates are out of order'),
  xml_equals_page: (subject, ok) =>
    ok ? `E-invoice and page match: ${fieldLabel(subject)}` : `E-invoice and page differ: ${fieldLabel(subject)}`,
  en16931: (subject, ok) => {
    const verdict = `E-invoice rule ${subject.replaceAll('_', ' ')} ${ok ? 'is met' : 'is violated'}`;
    const meaning = E_INVOICE_RULES[subject];
    return meaning === undefined ? `${verdict} (EN 16931)` : `${verdict}: ${meaning}`;
  },
  repeated: (subject, ok) =>
    ok
      ? `${fieldLabel(subject)} appears in two places with different labels`
      : `Two occurrences differ: ${fieldLabel(subject)}`,
  account_chain: () => 'Opening balance and transactions add up to the closing balance',
  running_balance: () => 'Each running balance follows from the previous one',
  statement_sum: (_, ok) =>
    ok ? 'Opening balance and transactions add up to the closing balance' : 'The balances do not add up',
  cash_less_change: (_, ok) =>
    ok ? 'Cash minus change equals the total' : 'Cash minus change does not equal the total',
  mrz: (subject, ok) =>
    MRZ_WORDS[subject]?.[ok ? 0 : 1] ??
    `The check digit of ${inSentence(subject)} in the machine-readable zone is ${ok ? 'valid' : 'not valid'}`,
  form_field: (subject) => `${fieldLabel(subject)} comes from a form field of the PDF`,
  payroll_tax: (subject, ok) => `Tax rate × wages ${ok ? 'equals' : 'does not equal'} ${inSentence(subject)}`,
  file_title: (subject) => `The file’s title contains ${inSentence(subject)}`,
  file_date: () => 'The file was created on that day',
  weekday: () => 'The weekday printed next to it is correct',
  in_number: () => 'A number on the page contains the same date',
  total_and_rounding: () => 'Sum and rounding equal the total',
  tax_of_total: () => 'Total and tax rate give the tax',
  same_date: () => 'The same date appears under another date label',
  date_in_number: () => 'The number contains the date',
  number_of_order: () => 'The number is the order number with a counter',
  payment_terms: (_, ok) => (ok ? 'The payment terms match the dates' : 'The payment terms do not match the dates'),
  currency_of_account: () => 'It is the currency of the country of the bank account',
  currency_of_country: () => 'It is the currency of the country',
  currency_of_vendor: () => 'It is the currency of the country where the seller is registered',
  gross_less_commission: () => 'Gross amount minus commission equals the net amount',
  lines_of_period: () => 'The line items cover exactly this period',
  code_equals_page: (subject, ok) =>
    ok ? `Payment code and page match: ${fieldLabel(subject)}` : `Payment code and page differ: ${fieldLabel(subject)}`,
  required: (subject, ok) => (ok ? `${fieldLabel(subject)} is present` : `${fieldLabel(subject)} is missing`),
  pattern: (subject, ok) => `${fieldLabel(subject)} ${ok ? 'matches' : 'does not match'} the required pattern`,
  list: (subject, ok) => `${fieldLabel(subject)} is ${ok ? '' : 'not '}one of the allowed values`,
  rule: (_, ok) => (ok ? 'A rule of your organization is met' : 'A rule of your organization is broken'),
  duplicate: (_, ok) => (ok ? 'The document is no duplicate' : 'Possible duplicate'),
  attachment_read: (_, ok) => (ok ? 'Every attached file was read' : 'An attached file could not be read'),
  page_read: (_, ok) => (ok ? 'Every page was read to the end' : 'A page was not read to the end'),
  single_invoice: (_, ok) => (ok ? 'The file contains one invoice' : 'The file contains more than one invoice'),
  whole_texts: (_, ok) => (ok ? 'Every text was read completely' : 'A text is too long and was read only in part'),
};

/** A label inside a sentence: with an article and in lower case, except for numbered boxes. */
function inSentence(name: string): string {
  const label = fieldLabel(name);
  if (label.startsWith('Box ')) return label;
  return `the ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** The headline of a check. An unknown kind is spelled out from its name. */
export function describeCheck(rule: string, ok: boolean): string {
  const [kind = rule, subject = ''] = rule.split(':', 2);
  const wording = WORDINGS[kind];
  if (wording) return wording(subject, ok);
  const formula = kind.replaceAll('_plus_', ' + ').replaceAll('_minus_', ' − ').replaceAll('_times_', ' × ');
  const text = formula.replaceAll(/_equals?_/g, ' = ').replaceAll('_', ' ');
  const spelled = text.charAt(0).toUpperCase() + text.slice(1);
  return `${spelled}${subject === '' ? '' : `: ${fieldLabel(subject)}`}${ok ? '' : ' – failed'}`;
}

/** The arithmetic of a check, with ≠ instead of = where the check failed. */
export function checkDetail(detail: string, ok: boolean): string {
  const at = detail.lastIndexOf(' = ');
  return ok || at < 0 ? detail : `${detail.slice(0, at)} ≠ ${detail.slice(at + 3)}`;
}

/** Whether a check compares the e-invoice in the file with the visible page. */
export function isPageComparison(rule: string): boolean {
  return rule.startsWith('xml_equals_page:');
}
