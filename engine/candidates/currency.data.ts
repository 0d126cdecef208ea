/** Currency signs and words as printed, with the ISO 4217 code; `undefined` codes are shared by several currencies. */
export const CURRENCY_SIGNS: readonly { readonly sign: string; readonly code: string | undefined; readonly likely?: string }[] = [
  { sign: '€', code: 'EUR' },
  { sign: '£', code: undefined, likely: 'GBP' },
  { sign: 'US$', code: 'USD' },
  { sign: 'A$', code: 'AUD' },
  { sign: 'C$', code: 'CAD' },
  { sign: 'CA$', code: 'CAD' },
  { sign: 'NZ$', code: 'NZD' },
  { sign: 'HK$', code: 'HKD' },
  { sign: 'S$', code: 'SGD' },
  { sign: 'R$', code: 'BRL' },
  { sign: '$', code: undefined, likely: 'USD' },
  { sign: '¥', code: undefined, likely: 'JPY' },
  { sign: '₹', code: 'INR' },
  { sign: '₽', code: 'RUB' },
  { sign: '₩', code: 'KRW' },
  { sign: '₪', code: 'ILS' },
  { sign: '₺', code: 'TRY' },
  { sign: '₫', code: 'VND' },
  { sign: '₱', code: 'PHP' },
  { sign: '฿', code: 'THB' },
  { sign: 'RM', code: 'MYR' },
  { sign: 'Rs.', code: undefined, likely: 'INR' },
  { sign: 'Rs', code: undefined, likely: 'INR' },
  { sign: 'Rp', code: 'IDR' },
  { sign: 'zł', code: 'PLN' },
  { sign: 'Kč', code: 'CZK' },
  { sign: 'Ft', code: 'HUF' },
  { sign: 'lei', code: 'RON' },
  { sign: 'kr.', code: undefined },
  { sign: 'kr', code: undefined },
  { sign: 'Fr.', code: 'CHF' },
  { sign: 'SFr.', code: 'CHF' },
  { sign: 'TL', code: 'TRY' },
  { sign: 'Euro', code: 'EUR' },
  { sign: 'Eur', code: 'EUR' },
];

/** ISO 4217 codes that documents print beside amounts. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  'EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN CAD AUD NZD SGD HKD MYR INR ZAR BRL MXN TRY JPY CNY KRW THB IDR PHP VND AED SAR ILS RUB UAH ARS CLP COP PEN ISK EGP MAD KES NGN PKR BDT LKR TWD DEM FRF ITL ESP NLG ATS BEF LUF'.split(' '),
);

/** Legal tender by country (ISO 3166 alpha-2) of the countries that issue IBANs and are met most. */
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
