import type { Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { isRecognised, isSurelyRead } from '../printed/sure-reading.ts';
import { signsOfCountries } from './currency-of-country.ts';
import { marketsInText } from './market.ts';

/** US states and districts in postal abbreviation. */
const STATES =
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY';
/** `GA 30301` or `Georgia, GA 30301-1234` at the end of an address. */
const STATE_AND_ZIP = new RegExp(`\\b(?:${STATES})[ ,.]+\\d{5}(?:-\\d{4})?\\b`);
/** Other countries that use the same currency sign, and the form of Canadian postal codes. */
const OTHER_DOLLAR =
  /\b(?:canad|mexic|m[eé]xic|austral|new zealand|singapore|hong kong|cad|mxn|aud|nzd|sgd|hkd|gst|hst|pst|abn|rfc)|\b[A-Z]\d[A-Z] \d[A-Z]\d\b/i;

/**
 * Proves a currency code or unambiguous sign on a receipt when the shop is in the country of that currency and nothing
 * on the page points to another country or currency.
 */
export function confirmByCountry(choices: Choices, context: ResolveContext): void {
  const choice = choices.get('currency');
  if (choice === undefined || choice.proof || choice.rule !== 'currency:printed') return;
  if (context.documentType !== 'receipt' || choice.alternatives.length > 0 || !choice.spans.every(isSurelyRead)) return;
  const countries = [...signsOfCountries(context).keys()];
  if (countries.length !== 1 || countries[0] !== choice.value) return;
  choices.set('currency', { ...choice, checks: [...choice.checks, 'currency_of_country'], proof: true });
}

/** Assigns a shared currency sign to the vendor's country when the vendor's lines point to exactly one country. */
export function settleByVendor(choices: Choices): void {
  const choice = choices.get('currency');
  if (choice?.rule !== 'currency:shared_sign') return;
  const codes = [choice.value, ...choice.alternatives.map(({ value }) => value)];
  const own = VENDOR_FIELDS.map((name) => choices.get(name)?.value ?? '').join('\n');
  const [value, ...others] = marketsInText(codes, own);
  if (value === undefined || others.length > 0) return;
  const alternatives = codes.filter((code) => code !== value).map((code) => ({ value: code, confidence: 0.05 }));
  choices.set('currency', { ...choice, value, alternatives, rule: 'currency:sign', ambiguous: false });
}

const VENDOR_FIELDS = ['vendor_name', 'vendor_address', 'vendor_phone', 'vendor_tax_id'] as const;

/**
 * Reads a dollar sign as US dollars when the vendor's address ends in a US state and ZIP code and nothing on the page
 * points to another dollar country.
 */
export function confirmCurrency(choices: Choices, context: ResolveContext): void {
  const choice = choices.get('currency');
  const address = choices.get('vendor_address');
  if (choice === undefined || address === undefined || choice.proof || choice.value !== 'USD') return;
  if (choice.rule !== 'currency:sign' || choice.alternatives.length > 0) return;
  if ([...choice.spans, ...address.spans].some(isRecognised)) return;
  if (!STATE_AND_ZIP.test(address.value)) return;
  const elsewhere = context.pages.some((page) =>
    page.layout.lines.some((line) => line.segments.some(({ text }) => OTHER_DOLLAR.test(text))),
  );
  if (!elsewhere) choices.set('currency', { ...choice, checks: [...choice.checks, 'currency_of_vendor'], proof: true });
}
