/** Conventions of each market: language, number and date formats, taxes, addresses. Currency names are ISO 4217. */
export interface LocaleData {
  readonly language: Language;
  readonly country: string;
  readonly currencies: readonly string[];
  readonly decimal: '.' | ',';
  readonly groups: readonly string[];
  /** Date patterns: D, DD, M, MM, MMMM (name), YYYY, YY. */
  readonly dates: readonly string[];
  readonly taxNames: readonly string[];
  /** Percent; the first is the usual one. */
  readonly taxRates: readonly number[];
  /** `{street} {no}`, `{zip} {city}`; lines are separated by `|`. */
  readonly address: string;
  readonly countryName: string;
  readonly phone: readonly string[];
  readonly paper: 'a4' | 'letter';
}

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'nl' | 'pt' | 'sv' | 'da' | 'nb' | 'fi' | 'pl' | 'cs';

const DOTS = ['DD.MM.YYYY', 'D. MMMM YYYY', 'D.M.YYYY', 'DD.MM.YY'];
const SLASHES = ['DD/MM/YYYY', 'D MMMM YYYY', 'DD-MM-YYYY', 'DD/MM/YY'];
const NO_STREET = '{street} {no}|{zip} {city}';

export const LOCALES = {
  'en-US': { language: 'en', country: 'US', currencies: ['USD'], decimal: '.', groups: [',', ',', ''], dates: ['MMMM D, YYYY', 'MM/DD/YYYY', 'M/D/YYYY', 'MMM D, YYYY', 'MM/DD/YY', 'YYYY-MM-DD'], taxNames: ['Sales Tax', 'Tax', 'State Tax'], taxRates: [8.25, 7, 6.5, 8.875], address: '{no} {street}|{city}, {region} {zip}', countryName: 'USA', phone: ['(###) ###-####', '###-###-####', '+1 ### ### ####'], paper: 'letter' },
  'en-GB': { language: 'en', country: 'GB', currencies: ['GBP', 'GBP', 'EUR'], decimal: '.', groups: [',', ',', ''], dates: ['D MMMM YYYY', 'DD/MM/YYYY', 'DD-MMM-YYYY', 'D MMM YYYY', 'DD.MM.YYYY'], taxNames: ['VAT', 'V.A.T.'], taxRates: [20, 5, 0], address: '{no} {street}|{city}|{zip}', countryName: 'United Kingdom', phone: ['01### ######', '+44 20 #### ####', '020 #### ####'], paper: 'a4' },
  'en-IE': { language: 'en', country: 'IE', currencies: ['EUR'], decimal: '.', groups: [','], dates: ['DD/MM/YYYY', 'D MMMM YYYY', 'DD MMM YYYY'], taxNames: ['VAT'], taxRates: [23, 13.5, 9], address: '{no} {street}|{city}|Co. {region}', countryName: 'Ireland', phone: ['+353 1 ### ####', '(01) ### ####'], paper: 'a4' },
  de: { language: 'de', country: 'DE', currencies: ['EUR'], decimal: ',', groups: ['.', '.', ''], dates: DOTS, taxNames: ['MwSt.', 'USt.', 'Umsatzsteuer', 'Mehrwertsteuer'], taxRates: [19, 7, 0], address: NO_STREET, countryName: 'Deutschland', phone: ['0#### / ######', '+49 ### #######', '0### ######-##'], paper: 'a4' },
  'de-AT': { language: 'de', country: 'AT', currencies: ['EUR'], decimal: ',', groups: ['.', ' '], dates: DOTS, taxNames: ['USt.', 'MwSt.'], taxRates: [20, 10, 13], address: '{street} {no}|{zip} {city}', countryName: 'Österreich', phone: ['+43 1 ### ## ##', '0#### / ### ##'], paper: 'a4' },
  'de-CH': { language: 'de', country: 'CH', currencies: ['CHF'], decimal: '.', groups: ["'", "'", '’'], dates: DOTS, taxNames: ['MWST', 'MwSt'], taxRates: [8.1, 2.6, 3.8], address: '{street} {no}|{zip} {city}', countryName: 'Schweiz', phone: ['0## ### ## ##', '+41 ## ### ## ##'], paper: 'a4' },
  fr: { language: 'fr', country: 'FR', currencies: ['EUR'], decimal: ',', groups: [' ', '\u00a0', ''], dates: SLASHES, taxNames: ['TVA', 'T.V.A.'], taxRates: [20, 10, 5.5], address: '{no} {street}|{zip} {city}', countryName: 'France', phone: ['0# ## ## ## ##', '+33 # ## ## ## ##'], paper: 'a4' },
  'fr-BE': { language: 'fr', country: 'BE', currencies: ['EUR'], decimal: ',', groups: ['.', ' '], dates: SLASHES, taxNames: ['TVA'], taxRates: [21, 6, 12], address: '{street} {no}|{zip} {city}', countryName: 'Belgique', phone: ['0# ### ## ##', '+32 # ### ## ##'], paper: 'a4' },
  es: { language: 'es', country: 'ES', currencies: ['EUR'], decimal: ',', groups: ['.', '.', ''], dates: ['DD/MM/YYYY', 'D de MMMM de YYYY', 'DD-MM-YYYY'], taxNames: ['IVA', 'I.V.A.'], taxRates: [21, 10, 4], address: '{street}, {no}|{zip} {city}', countryName: 'España', phone: ['9# ### ## ##', '+34 ### ### ###'], paper: 'a4' },
  'es-MX': { language: 'es', country: 'MX', currencies: ['MXN', 'USD'], decimal: '.', groups: [','], dates: ['DD/MM/YYYY', 'D de MMMM de YYYY', 'YYYY-MM-DD'], taxNames: ['IVA'], taxRates: [16, 8], address: '{street} {no}|{zip} {city}', countryName: 'México', phone: ['(##) #### ####', '## #### ####'], paper: 'letter' },
  it: { language: 'it', country: 'IT', currencies: ['EUR'], decimal: ',', groups: ['.', '.', ''], dates: ['DD/MM/YYYY', 'D MMMM YYYY', 'DD-MM-YYYY', 'DD.MM.YYYY'], taxNames: ['IVA', 'I.V.A.'], taxRates: [22, 10, 4], address: '{street}, {no}|{zip} {city} ({region})', countryName: 'Italia', phone: ['0## #######', '+39 0# ########'], paper: 'a4' },
  nl: { language: 'nl', country: 'NL', currencies: ['EUR'], decimal: ',', groups: ['.', '.', ''], dates: ['DD-MM-YYYY', 'D MMMM YYYY', 'DD/MM/YYYY'], taxNames: ['BTW', 'btw'], taxRates: [21, 9, 0], address: '{street} {no}|{zip} {city}', countryName: 'Nederland', phone: ['0## - ### ## ##', '+31 ## ### ## ##'], paper: 'a4' },
  'pt-PT': { language: 'pt', country: 'PT', currencies: ['EUR'], decimal: ',', groups: ['.', ' ', ''], dates: ['DD/MM/YYYY', 'D de MMMM de YYYY', 'YYYY-MM-DD', 'DD-MM-YYYY'], taxNames: ['IVA'], taxRates: [23, 13, 6], address: '{street}, {no}|{zip} {city}', countryName: 'Portugal', phone: ['2## ### ###', '+351 2## ### ###'], paper: 'a4' },
  'pt-BR': { language: 'pt', country: 'BR', currencies: ['BRL'], decimal: ',', groups: ['.'], dates: ['DD/MM/YYYY', 'D de MMMM de YYYY'], taxNames: ['ICMS', 'ISS'], taxRates: [18, 12, 5], address: '{street}, {no}|{city} - {region}, {zip}', countryName: 'Brasil', phone: ['(##) ####-####', '+55 ## ####-####'], paper: 'a4' },
  sv: { language: 'sv', country: 'SE', currencies: ['SEK'], decimal: ',', groups: [' ', '\u00a0', ''], dates: ['YYYY-MM-DD', 'D MMMM YYYY', 'YYYY-MM-DD'], taxNames: ['Moms'], taxRates: [25, 12, 6], address: NO_STREET, countryName: 'Sverige', phone: ['0##-### ## ##', '+46 ## ### ## ##'], paper: 'a4' },
  da: { language: 'da', country: 'DK', currencies: ['DKK'], decimal: ',', groups: ['.', '.', ''], dates: ['DD-MM-YYYY', 'D. MMMM YYYY', 'DD.MM.YYYY'], taxNames: ['Moms'], taxRates: [25], address: NO_STREET, countryName: 'Danmark', phone: ['## ## ## ##', '+45 ## ## ## ##'], paper: 'a4' },
  nb: { language: 'nb', country: 'NO', currencies: ['NOK'], decimal: ',', groups: [' ', '.', ''], dates: ['DD.MM.YYYY', 'D. MMMM YYYY'], taxNames: ['MVA', 'mva.'], taxRates: [25, 15, 12], address: NO_STREET, countryName: 'Norge', phone: ['## ## ## ##', '+47 ## ## ## ##'], paper: 'a4' },
  fi: { language: 'fi', country: 'FI', currencies: ['EUR'], decimal: ',', groups: [' ', ''], dates: ['D.M.YYYY', 'DD.MM.YYYY'], taxNames: ['ALV', 'Alv'], taxRates: [25.5, 14, 10], address: NO_STREET, countryName: 'Suomi', phone: ['0# ### ####', '+358 ## ### ####'], paper: 'a4' },
  pl: { language: 'pl', country: 'PL', currencies: ['PLN', 'PLN', 'EUR'], decimal: ',', groups: [' ', '\u00a0', ''], dates: ['DD.MM.YYYY', 'YYYY-MM-DD', 'DD-MM-YYYY', 'D MMMM YYYY'], taxNames: ['VAT'], taxRates: [23, 8, 5], address: 'ul. {street} {no}|{zip} {city}', countryName: 'Polska', phone: ['## ### ## ##', '+48 ### ### ###'], paper: 'a4' },
  cs: { language: 'cs', country: 'CZ', currencies: ['CZK', 'CZK', 'EUR'], decimal: ',', groups: [' ', '\u00a0', '.'], dates: ['DD.MM.YYYY', 'D. M. YYYY', 'D. MMMM YYYY'], taxNames: ['DPH'], taxRates: [21, 12], address: NO_STREET, countryName: 'Česká republika', phone: ['### ### ###', '+420 ### ### ###'], paper: 'a4' },
} as const satisfies Readonly<Record<string, LocaleData>>;

export type LocaleName = keyof typeof LOCALES;

/** Month names as printed in dates (genitive if the language requires it). */
export const MONTHS: Readonly<Record<Language, string>> = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  fi: 'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  pl: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  cs: 'ledna února března dubna května června července srpna září října listopadu prosince',
};
