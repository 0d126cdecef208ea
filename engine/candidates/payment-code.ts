/** Content of a payment code, as encoded. Fields missing from the code are absent. */
export interface PaymentCode {
  readonly kind: 'swiss' | 'epc';
  readonly values: Readonly<Partial<Record<PaymentField, string>>>;
}

export type PaymentField =
  | 'vendor_iban'
  | 'vendor_name'
  | 'vendor_address'
  | 'amount_due'
  | 'currency'
  | 'customer_name'
  | 'customer_address'
  | 'payment_reference'
  | 'payment_message';

/** Lines of a Swiss payment code up to its trailer (SIX Implementation Guidelines QR-bill 2.3, chapter 4). */
const SWISS_LINES = 31;
const CREDITOR = 4;
const AMOUNT = 18;
const DEBTOR = 20;
const REFERENCE_TYPE = 27;

/** Reads a Swiss (`SPC`) or an EPC (`BCD`) payment code; undefined for any other text. */
export function parsePaymentCode(text: string): PaymentCode | undefined {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  if (lines[0] === 'SPC') return parseSwiss(lines);
  return lines[0] === 'BCD' ? parseEpc(lines) : undefined;
}

function parseSwiss(lines: readonly string[]): PaymentCode | undefined {
  const at = (index: number) => lines[index] ?? '';
  if (lines.length < SWISS_LINES - 1 || !/^02\d\d$/.test(at(1)) || at(30) !== 'EPD') return undefined;
  return {
    kind: 'swiss',
    values: stated({
      vendor_iban: at(3).replace(/\s/g, ''),
      vendor_name: at(CREDITOR + 1),
      vendor_address: swissAddress(lines.slice(CREDITOR, CREDITOR + 7)),
      amount_due: /^\d{1,9}(?:\.\d{2})?$/.test(at(AMOUNT)) ? at(AMOUNT) : '',
      currency: /^(?:CHF|EUR)$/.test(at(AMOUNT + 1)) ? at(AMOUNT + 1) : '',
      customer_name: at(DEBTOR + 1),
      customer_address: swissAddress(lines.slice(DEBTOR, DEBTOR + 7)),
      payment_reference: at(REFERENCE_TYPE) === 'NON' ? '' : at(REFERENCE_TYPE + 1),
      payment_message: at(REFERENCE_TYPE + 2),
    }),
  };
}

/** Structured (`S`: street, number, code, town) or combined (`K`: two lines) address; the country is the last line. */
function swissAddress([kind = '', , first = '', second = '', code = '', town = '']: readonly string[]): string {
  const lines = kind === 'K' ? [first, second] : [join(first, second), join(code, town)];
  return lines.filter((line) => line !== '').join(', ');
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** EPC069-12: service tag, version, character set, `SCT`, BIC, name, IBAN, amount, purpose, reference, text. */
function parseEpc(lines: readonly string[]): PaymentCode | undefined {
  const at = (index: number) => lines[index] ?? '';
  if (!/^00[12]$/.test(at(1)) || at(3) !== 'SCT') return undefined;
  const amount = /^([A-Z]{3})(\d{1,9}(?:\.\d{1,2})?)$/.exec(at(7));
  return {
    kind: 'epc',
    values: stated({
      vendor_name: at(5),
      vendor_iban: at(6).replace(/\s/g, ''),
      amount_due: amount?.[2] ?? '',
      currency: amount?.[1] ?? '',
      payment_reference: at(9),
      payment_message: at(10),
    }),
  };
}

function stated(values: Readonly<Record<string, string>>): PaymentCode['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
