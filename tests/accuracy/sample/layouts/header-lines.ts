import type { Locale } from '../locale.ts';
import type { Party, SampleSpec } from '../spec.ts';

export const A4 = [595, 842] as const;
export const US_LETTER = [612, 792] as const;

const SIGNS: Readonly<Record<SampleSpec['currency'], string>> = { EUR: '€', USD: '$', GBP: '£', CHF: 'CHF ' };

export function signOf(spec: SampleSpec): string {
  return SIGNS[spec.currency];
}

export function titleOf(spec: SampleSpec, locale: Locale): string {
  const { labels } = locale;
  switch (spec.kind) {
    case 'invoice':
      return labels.invoice;
    case 'credit_note':
      return labels.creditNote;
    case 'receipt':
      return labels.receipt;
  }
}

/** Labels and values in the header of the document. */
export function headerPairs(spec: SampleSpec, locale: Locale): readonly (readonly [string, string])[] {
  const { labels } = locale;
  const date = spec.decoy?.kind === 'open_date' ? openDate(spec.date) : locale.date(spec.date);
  return [
    [labels.number, spec.number],
    [labels.date, date],
    ...(spec.dueDate === undefined ? [] : [[labels.due, locale.date(spec.dueDate)] as const]),
    ...(spec.orderNumber === undefined ? [] : [[labels.order, spec.orderNumber] as const]),
  ];
}

/** Day and month as two numbers up to twelve, so that their order is ambiguous. */
function openDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${month}/${year}`;
}

export function partyLines(party: Party): readonly string[] {
  return [party.name, party.street, party.city];
}

/** Bank and tax numbers of the vendor. With a decoy the account number has one digit changed. */
export function footerLines(spec: SampleSpec, locale: Locale): readonly string[] {
  const { vendor } = spec;
  const iban =
    vendor.iban === undefined ? undefined : spec.decoy?.kind === 'iban_digit' ? breakIban(vendor.iban) : vendor.iban;
  return [
    ...(vendor.taxId === undefined ? [] : [`${locale.labels.taxId}: ${vendor.taxId}`]),
    ...(iban === undefined ? [] : [`${locale.labels.account}: ${iban.replace(/(.{4})(?=.)/g, '$1 ')}`]),
  ];
}

function breakIban(iban: string): string {
  const last = Number(iban.at(-1));
  return iban.slice(0, -1) + String((last + 1) % 10);
}
