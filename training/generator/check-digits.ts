import type { Random } from './random.ts';

/** Invented numbers with valid checksums. Rules: SWIFT IBAN registry; national VAT rules as used by VIES. */

/** Digits (`n`) and letters (`a`) after the country code and check digits. */
const BBAN: Readonly<Record<string, string>> = {
  DE: 'n18',
  AT: 'n16',
  CH: 'n17',
  FR: 'n23',
  BE: 'n12',
  ES: 'n20',
  IT: 'a1n22',
  NL: 'a4n10',
  PT: 'n21',
  PL: 'n24',
  SE: 'n20',
  DK: 'n14',
  NO: 'n11',
  FI: 'n14',
  CZ: 'n20',
  GB: 'a4n14',
  IE: 'a4n14',
}; // prettier-ignore

/** An IBAN without spaces, or undefined for a country without IBANs. */
export function inventIban(country: string, random: Random): string | undefined {
  const form = BBAN[country];
  if (form === undefined) return undefined;
  let account = '';
  for (const [, kind, count] of form.matchAll(/([an])(\d+)/g)) {
    account += kind === 'a' ? random.letters(Number(count)) : random.digits(Number(count));
  }
  const check = 98 - mod97(`${account}${country}00`);
  return `${country}${String(check).padStart(2, '0')}${account}`;
}

function mod97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

const sum = (digits: string, weights: readonly number[]) =>
  weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);

function luhnDigit(digits: string): number {
  let total = 0;
  [...digits].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    total += value > 9 ? value - 9 : value;
  });
  return (10 - (total % 10)) % 10;
}

/** The check digit of a base, or undefined when the base has none (it must be drawn again). */
type CheckDigit = (base: string) => string | undefined;

const eleven =
  (weights: readonly number[], tenBecomes?: string): CheckDigit =>
  (base) => {
    const check = (11 - (sum(base, weights) % 11)) % 11;
    return check === 10 ? tenBecomes : String(check);
  };

const VAT: Readonly<Record<string, { readonly digits: number; readonly check: CheckDigit; readonly form: string }>> = {
  DE: { digits: 8, check: elevenTen, form: 'DE#' },
  AT: { digits: 7, check: austrian, form: 'ATU#' },
  CH: { digits: 8, check: eleven([5, 4, 3, 2, 7, 6, 5, 4]), form: 'CHE-#' },
  FR: { digits: 8, check: (base) => String(luhnDigit(base)), form: 'FR#' },
  BE: { digits: 8, check: (base) => String(97 - (Number(base) % 97)).padStart(2, '0'), form: 'BE#' },
  IT: { digits: 10, check: (base) => String(luhnDigit(base)), form: 'IT#' },
  NL: { digits: 8, check: dutch, form: 'NL#B01' },
  PT: { digits: 8, check: eleven([9, 8, 7, 6, 5, 4, 3, 2], '0'), form: 'PT#' },
  PL: { digits: 9, check: polish, form: 'PL#' },
  SE: { digits: 9, check: (base) => String(luhnDigit(base)), form: 'SE#01' },
  DK: { digits: 7, check: eleven([2, 7, 6, 5, 4, 3, 2]), form: 'DK#' },
  NO: { digits: 8, check: eleven([3, 2, 7, 6, 5, 4, 3, 2]), form: 'NO#MVA' },
  FI: { digits: 7, check: eleven([7, 9, 10, 5, 8, 4, 2]), form: 'FI#' },
  CZ: { digits: 7, check: eleven([8, 7, 6, 5, 4, 3, 2]), form: 'CZ#' },
  GB: {
    digits: 7,
    check: (base) => String(97 - (sum(base, [8, 7, 6, 5, 4, 3, 2]) % 97)).padStart(2, '0'),
    form: 'GB#',
  },
};

/**
 * A VAT number with its prefix; national numbers for the United States (EIN), Brazil (CNPJ), Mexico (RFC), Spain (NIF).
 */
export function inventTaxId(country: string, random: Random): string {
  switch (country) {
    case 'US':
      return `${random.int(10, 88)}-${random.digits(7)}`;
    case 'BR':
      return cnpj(random);
    case 'MX':
      return `${random.letters(3)}${random.int(80, 99)}${String(random.int(1, 12)).padStart(2, '0')}${String(random.int(1, 28)).padStart(2, '0')}${random.letters(1)}${random.digits(2)}`;
    case 'ES':
      return `ES${random.pick(['A', 'B'])}${spanish(random.digits(7))}`;
    case 'IE':
      return `IE${random.digits(7)}${random.pick(['A', 'F', 'K', 'P', 'T'])}`;
  }
  const rule = VAT[country];
  if (rule === undefined) throw new RangeError(`no tax numbers for ${country}`);
  for (;;) {
    const base = random.digits(rule.digits);
    const check = rule.check(base);
    if (check === undefined) continue;
    const number = base + check;
    if (country === 'FR') {
      const key = (12 + 3 * (Number(number) % 97)) % 97;
      return `FR${String(key).padStart(2, '0')}${number}`;
    }
    if (country === 'CH') return `CHE-${number.replace(/(\d{3})(?=\d)/g, '$1.')} MWST`;
    if (country === 'BE') return `BE0${(Number(base) % 1e7).toString().padStart(7, '0')}${beCheck(base)}`;
    return rule.form.replace('#', number);
  }
}

function beCheck(base: string): string {
  return String(97 - ((Number(base) % 1e7) % 97)).padStart(2, '0');
}

function elevenTen(base: string): string {
  let product = 10;
  for (const digit of base) {
    const step = (Number(digit) + product) % 10 || 10;
    product = (2 * step) % 11;
  }
  return String((11 - product) % 10);
}

function austrian(base: string): string {
  let total = 0;
  [...base].forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    total += value > 9 ? value - 9 : value;
  });
  return String((10 - ((total + 4) % 10)) % 10);
}

function dutch(base: string): string | undefined {
  const check = sum(base, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return check === 10 ? undefined : String(check);
}

function polish(base: string): string | undefined {
  const check = sum(base, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11;
  return check === 10 ? undefined : String(check);
}

/** The check digit of a Spanish company number. */
function spanish(digits: string): string {
  let total = 0;
  [...digits].forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    total += value > 9 ? value - 9 : value;
  });
  return digits + String((10 - (total % 10)) % 10);
}

function cnpj(random: Random): string {
  const base = `${random.digits(8)}0001`;
  const digit = (text: string, weights: readonly number[]) => {
    const rest = sum(text, weights) % 11;
    return rest < 2 ? '0' : String(11 - rest);
  };
  const first = digit(base, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = digit(base + first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
  const all = base + first + second;
  return `${all.slice(0, 2)}.${all.slice(2, 5)}.${all.slice(5, 8)}/${all.slice(8, 12)}-${all.slice(12)}`;
}
