/**
 * Currency signs and words as printed: the ISO 4217 code of an unambiguous sign, or the codes of all currencies that
 * share it, most used first. A shared sign identifies a currency only together with evidence of the country.
 */
export const CURRENCY_SIGNS: readonly { readonly sign: string; readonly code?: string; readonly shared?: readonly string[] }[] = [
  { sign: '€', code: 'EUR' },
  { sign: '£', shared: ['GBP', 'EGP'] },
  { sign: 'US$', code: 'USD' },
  { sign: 'A$', code: 'AUD' },
  { sign: 'C$', shared: ['CAD', 'NIO'] },
  { sign: 'CA$', code: 'CAD' },
  { sign: 'NZ$', code: 'NZD' },
  { sign: 'HK$', code: 'HKD' },
  { sign: 'S$', code: 'SGD' },
  { sign: 'R$', code: 'BRL' },
  { sign: '$', shared: ['USD', 'CAD', 'AUD', 'MXN', 'SGD', 'HKD', 'NZD', 'TWD', 'CLP', 'COP', 'ARS'] },
  { sign: '¥', shared: ['JPY', 'CNY'] },
  { sign: '￥', shared: ['CNY', 'JPY'] },
  { sign: '₹', code: 'INR' },
  { sign: '₽', code: 'RUB' },
  { sign: '₩', code: 'KRW' },
  { sign: '₪', code: 'ILS' },
  { sign: '₺', code: 'TRY' },
  { sign: '₫', code: 'VND' },
  { sign: '₱', code: 'PHP' },
  { sign: '฿', code: 'THB' },
  { sign: 'RM', code: 'MYR' },
  { sign: 'Rs.', shared: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'] },
  { sign: 'Rs', shared: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'] },
  { sign: '₨', shared: ['PKR', 'INR', 'LKR', 'NPR', 'MUR'] },
  { sign: 'Rp', code: 'IDR' },
  { sign: 'zł', code: 'PLN' },
  { sign: 'zl', code: 'PLN' },
  { sign: 'Kč', code: 'CZK' },
  { sign: 'Ft', code: 'HUF' },
  { sign: 'lei', shared: ['RON', 'MDL'] },
  { sign: 'kr.', shared: ['SEK', 'NOK', 'DKK', 'ISK'] },
  { sign: 'kr', shared: ['SEK', 'NOK', 'DKK', 'ISK'] },
  { sign: 'Kr', shared: ['SEK', 'NOK', 'DKK', 'ISK'] },
  { sign: 'Fr.', code: 'CHF' },
  { sign: 'SFr.', code: 'CHF' },
  { sign: 'TL', code: 'TRY' },
  { sign: 'Euro', code: 'EUR' },
  { sign: 'Eur', code: 'EUR' },
];

/** ISO 4217 codes printed beside amounts. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  'EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN CAD AUD NZD SGD HKD MYR INR ZAR BRL MXN TRY JPY CNY KRW THB IDR PHP VND AED SAR ILS RUB UAH ARS CLP COP PEN ISK EGP MAD KES NGN PKR BDT LKR TWD DEM FRF ITL ESP NLG ATS BEF LUF'.split(' '),
);

/** Legal tender by country (ISO 3166 alpha-2), for the most common countries that issue IBANs. */
export const CURRENCY_OF_COUNTRY: ReadonlyMap<string, string> = new Map([
  ...'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM'
    .split(' ')
    .map((country) => [country, 'EUR'] as const),
  ['CH', 'CHF'],
  ['LI', 'CHF'],
  ['GB', 'GBP'],
  ['SE', 'SEK'],
  ['NO', 'NOK'],
  ['DK', 'DKK'],
  ['PL', 'PLN'],
  ['CZ', 'CZK'],
  ['HU', 'HUF'],
  ['RO', 'RON'],
]);
