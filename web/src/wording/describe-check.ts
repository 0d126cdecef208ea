import { E_INVOICE_RULES } from './e-invoice-rules.data.ts';
import { fieldLabel } from './field-words.ts';

type Wording = (subject: string, ok: boolean) => string;

/** Checks of a machine-readable zone that are not about one field: as they hold and as they do not. */
const MRZ_WORDS: Readonly<Record<string, readonly [string, string] | undefined>> = {
  printed: ['Zone and readable part agree', 'Zone and readable part differ'],
  composite: ['The check digit over the whole zone holds', 'The check digit over the whole zone does not hold'],
};

/** What each kind of check says when it holds and when it does not. The kind is the part before the colon. */
const WORDINGS: Readonly<Record<string, Wording | undefined>> = {
  sum_chain: (_, ok) => (ok ? 'The amounts add up to the total' : 'The amounts do not add up to the total'),
  amount_due: (_, ok) =>
    ok ? 'The amount due follows from the total' : 'The amount due does not follow from the total',
  line_items_sum: (_, ok) => (ok ? 'The lines add up' : 'The lines do not add up'),
  quantity_times_unit_price: (_, ok) =>
    ok ? 'Quantity × price gives the amount' : 'Quantity × price does not give the amount',
  iban: (subject, ok) => `The check digits of ${fieldLabel(subject)} ${ok ? 'hold' : 'do not hold'}`,
  tax_id: (subject, ok) => `The check digits of ${inSentence(subject)} ${ok ? 'hold' : 'do not hold'}`,
  date_order: (_, ok) => (ok ? 'The dates follow each other' : 'The dates are in the wrong order'),
  xml_equals_page: (subject, ok) =>
    ok ? `E-invoice and page agree: ${fieldLabel(subject)}` : `E-invoice and page differ: ${fieldLabel(subject)}`,
  en16931: (subject, ok) => {
    const verdict = `E-invoice rule ${subject.replaceAll('_', ' ')} ${ok ? 'holds' : 'is broken'}`;
    const meaning = E_INVOICE_RULES[subject];
    return meaning === undefined ? `${verdict} (EN 16931)` : `${verdict}: ${meaning}`;
  },
  repeated: (subject, ok) =>
    ok
      ? `${fieldLabel(subject)} stands at two places, each under words of its own`
      : `Two places differ: ${fieldLabel(subject)}`,
  account_chain: () => 'The opening balance and every movement make the closing balance',
  running_balance: () => 'The balance behind each row follows from the one before',
  statement_sum: (_, ok) =>
    ok ? 'Opening balance and movements make the closing balance' : 'The balances do not add up',
  cash_less_change: (_, ok) => (ok ? 'Cash less change gives the total' : 'Cash less change is not the total'),
  mrz: (subject, ok) =>
    MRZ_WORDS[subject]?.[ok ? 0 : 1] ??
    `The check digit of ${inSentence(subject)} in the machine-readable zone ${ok ? 'holds' : 'does not hold'}`,
  form_field: (subject) => `${fieldLabel(subject)} is filled in as a field of the file itself`,
  payroll_tax: (subject, ok) => `The tax rate and the wages ${ok ? 'give' : 'do not give'} ${inSentence(subject)}`,
  file_title: (subject) => `The title of the file names ${inSentence(subject)}`,
  file_date: () => 'The file was made on that day',
  weekday: () => 'The day of the week printed beside it is right',
  in_number: () => 'A number on the page spells the same day',
  total_and_rounding: () => 'The total is the sum and its rounding',
  tax_of_total: () => 'The tax is its share of the total',
  same_date: () => 'The same day stands under the label of another date',
  date_in_number: () => 'The number holds the date',
  number_of_order: () => 'The number is that of the order and a counter',
  payment_terms: (_, ok) =>
    ok ? 'The terms of payment lead from one date to the other' : 'The terms of payment do not fit the dates',
  currency_of_account: () => 'It is the money of the country that holds the account',
  currency_of_country: () => 'It is the money of the country',
  currency_of_vendor: () => 'It is the money of the country where the seller is registered',
  gross_less_commission: () => 'The gross amount less the commission is the net amount',
  lines_of_period: () => 'The lines run over exactly this period',
  code_equals_page: (subject, ok) =>
    ok ? `Payment code and page agree: ${fieldLabel(subject)}` : `Payment code and page differ: ${fieldLabel(subject)}`,
  required: (subject, ok) => (ok ? `${fieldLabel(subject)} is there` : `${fieldLabel(subject)} is missing`),
  pattern: (subject, ok) => `${fieldLabel(subject)} ${ok ? 'has' : 'does not have'} the form that is asked for`,
  list: (subject, ok) => `${fieldLabel(subject)} is ${ok ? '' : 'not '}one of the values that are allowed`,
  attachment_read: (_, ok) => (ok ? 'Every file in it was read' : 'A file in it could not be read'),
  page_read: (_, ok) => (ok ? 'Every page was read to its end' : 'A page was not read to its end'),
  single_invoice: (_, ok) => (ok ? 'The file holds one invoice' : 'The file holds more than one invoice'),
};

/** "Seller’s tax ID" stays as it is inside a sentence, other labels lose their capital. */
function inSentence(name: string): string {
  const label = fieldLabel(name);
  if (label.startsWith('Box ')) return label;
  return `the ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** The headline of a check in words. A kind newer than this page is spelled out. */
export function describeCheck(rule: string, ok: boolean): string {
  const [kind = rule, subject = ''] = rule.split(':', 2);
  const wording = WORDINGS[kind];
  if (wording) return wording(subject, ok);
  const formula = kind.replaceAll('_plus_', ' + ').replaceAll('_minus_', ' − ').replaceAll('_times_', ' × ');
  const text = formula.replaceAll(/_equals?_/g, ' = ').replaceAll('_', ' ');
  const spelled = text.charAt(0).toUpperCase() + text.slice(1);
  return `${spelled}${subject === '' ? '' : `: ${fieldLabel(subject)}`}${ok ? '' : ' – does not hold'}`;
}

/** The arithmetic of a check. A sum that does not close is not written with an equals sign. */
export function checkDetail(detail: string, ok: boolean): string {
  const at = detail.lastIndexOf(' = ');
  return ok || at < 0 ? detail : `${detail.slice(0, at)} ≠ ${detail.slice(at + 3)}`;
}

/** Whether a check compares the e-invoice in the file with the visible page. */
export function isPageComparison(rule: string): boolean {
  return rule.startsWith('xml_equals_page:');
}
