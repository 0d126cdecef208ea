import { LABELS } from './labels.data.ts';
import type { LocaleName } from './spec.ts';

/** Number and date formats of a country, and its words. */
export interface Locale {
  readonly labels: (typeof LABELS)[LocaleName];
  /** `1.234,50` from cents. */
  money(cents: number): string;
  /** A quantity from thousandths, without needless zeros. */
  quantity(thousandths: number): string;
  /** A printed date from ISO 8601. */
  date(iso: string): string;
}

const MARKS: Readonly<Record<LocaleName, { readonly decimal: string; readonly group: string }>> = {
  'en-US': { decimal: '.', group: ',' },
  'en-GB': { decimal: '.', group: ',' },
  de: { decimal: ',', group: '.' },
  fr: { decimal: ',', group: '\u00a0' },
  es: { decimal: ',', group: '.' },
  it: { decimal: ',', group: '.' },
  nl: { decimal: ',', group: '.' },
  pt: { decimal: ',', group: '.' },
};

const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ');

export function localeOf(name: LocaleName): Locale {
  const { decimal, group } = MARKS[name];
  const money = (cents: number) => {
    const absolute = Math.abs(cents);
    const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, group);
    return `${cents < 0 ? '-' : ''}${whole}${decimal}${String(absolute % 100).padStart(2, '0')}`;
  };
  return {
    labels: LABELS[name],
    money,
    quantity: (thousandths) => String(thousandths / 1000).replace('.', decimal),
    date: (iso) => printDate(name, iso),
  };
}

function printDate(name: LocaleName, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  switch (name) {
    case 'en-US':
      return `${MONTHS_EN[Number(month) - 1]} ${Number(day)}, ${year}`;
    case 'en-GB':
      return `${Number(day)} ${MONTHS_EN[Number(month) - 1]} ${year}`;
    case 'de':
      return `${day}.${month}.${year}`;
    case 'nl':
      return `${day}-${month}-${year}`;
    case 'fr':
    case 'es':
    case 'it':
    case 'pt':
      return `${day}/${month}/${year}`;
  }
}
