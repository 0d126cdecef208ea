import { US_STATES } from '../normalise/us-states.data.ts';

/** Content of the PDF417 code of a North American licence, by our field names. */
export interface LicenceCode {
  readonly values: Readonly<Record<string, string>>;
}

/** Start of a card's code (AAMVA DL/ID card design standard 2020, D.12.3), after `@` and its separators. */
const HEADER = /^@[\s\p{Cc}]*(?:ANSI|AAMVA) ?\d{6}/u;
/**
 * Three letters identify the data element in the rest of the line. Cards before 2000 have no line feed before the first
 * one.
 */
const ELEMENT = /(?:^|\n|\r|DL|ID)(D[A-D][A-Z])([^\n\r]*)/g;

const SEXES: Readonly<Record<string, string>> = { '1': 'M', '2': 'F', '9': 'X', M: 'M', F: 'F' };
const STATES: ReadonlySet<string> = new Set(US_STATES.split('|').map((state) => state.slice(-2)));

/** Returns undefined for text that is not such a code or contains no name. */
export function parseLicenceCode(text: string): LicenceCode | undefined {
  if (!HEADER.test(text)) return undefined;
  const elements = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(ELEMENT)) {
    if (!elements.has(name) && value.trim() !== '') elements.set(name, value.trim());
  }
  const at = (name: string) => elements.get(name) ?? '';
  const canadian = at('DCG') === 'CAN';
  const address = [
    at('DAG'),
    at('DAH'),
    [at('DAI'), [at('DAJ'), postalCode(at('DAK'), canadian)].filter(Boolean).join(' ')].filter(Boolean).join(', '),
  ];
  const values = Object.entries({
    surname: at('DCS') || at('DAB'),
    given_names: [at('DAC') || at('DCT').replace(/,/g, ' '), present(at('DAD'))].filter(Boolean).join(' '),
    document_number: at('DAQ'),
    birth_date: isoDate(at('DBB'), canadian),
    expiry_date: isoDate(at('DBA'), canadian),
    issue_date: isoDate(at('DBD'), canadian),
    sex: SEXES[at('DBC')] ?? '',
    address: address.filter(Boolean).join(', '),
    issuing_state: STATES.has(at('DAJ')) ? at('DAJ') : '',
  }).filter(([, value]) => value !== '');
  const known = Object.fromEntries(values);
  return known['document_number'] === undefined || known['surname'] === undefined ? undefined : { values: known };
}

/** "NONE" means that the holder has no such name. */
function present(name: string): string {
  return /^(none|unavl|unavail)$/i.test(name) ? '' : name.replace(/,/g, ' ');
}

/** Nine digits are formatted as five and four; four trailing zeros are dropped. */
function postalCode(code: string, canadian: boolean): string {
  const [, five, four] = (!canadian && /^(\d{5})(\d{4})/.exec(code)) || [];
  if (five === undefined) return code.trim();
  return four === '0000' ? five : `${five}-${four}`;
}

/** Month first in the United States, year first in Canada. Empty for an invalid date. */
function isoDate(digits: string, canadian: boolean): string {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(digits);
  const [year, month, day] = canadian
    ? [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
    : [parts?.[3], parts?.[1], parts?.[2]];
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return /^\d{8}$/.test(digits) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : '';
}
