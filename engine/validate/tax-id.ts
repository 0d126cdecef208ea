/** Result of a tax number's checksum. `unknown`: no checksum rule is implemented for the format. */
export type TaxIdVerdict = 'valid' | 'invalid' | 'unknown';

type Rule = { readonly pattern: RegExp; readonly checks?: (digits: string) => boolean };

/** VAT numbers of the EU and its neighbours by country prefix (EU VIES formats; national checksum rules). */
const VAT_RULES: Readonly<Record<string, Rule>> = {
  AT: { pattern: /^U\d{8}$/, checks: (v) => austrian(v.slice(1)) },
  BE: { pattern: /^[01]\d{9}$/, checks: (v) => 97 - (Number(v.slice(0, 8)) % 97) === Number(v.slice(8)) },
  BG: { pattern: /^\d{9,10}$/ },
  CHE: { pattern: /^\d{9}(MWST|TVA|IVA)?$/, checks: (v) => weighted(v, [5, 4, 3, 2, 7, 6, 5, 4], 11) === Number(v[8]) },
  CY: { pattern: /^\d{8}[A-Z]$/ },
  CZ: { pattern: /^\d{8,10}$/ },
  DE: { pattern: /^\d{9}$/, checks: mod11_10 },
  DK: { pattern: /^\d{8}$/, checks: (v) => sumOf(v, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { pattern: /^\d{9}$/, checks: (v) => (10 - (sumOf(v, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10 === Number(v[8]) },
  EL: { pattern: /^\d{9}$/, checks: greek },
  GR: { pattern: /^\d{9}$/, checks: greek },
  ES: { pattern: /^[A-Z0-9]\d{7}[A-Z0-9]$/ },
  FI: { pattern: /^\d{8}$/, checks: (v) => weighted(v, [7, 9, 10, 5, 8, 4, 2], 11) === Number(v[7]) },
  FR: { pattern: /^[A-Z0-9]{2}\d{9}$/, checks: french },
  GB: { pattern: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/, checks: british },
  HR: { pattern: /^\d{11}$/, checks: mod11_10 },
  HU: { pattern: /^\d{8}$/, checks: (v) => (10 - (sumOf(v, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 === Number(v[7]) },
  IE: { pattern: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/ },
  IT: { pattern: /^\d{11}$/, checks: isLuhn },
  LT: { pattern: /^(\d{9}|\d{12})$/ },
  LU: { pattern: /^\d{8}$/, checks: (v) => Number(v.slice(0, 6)) % 89 === Number(v.slice(6)) },
  LV: { pattern: /^\d{11}$/ },
  MT: { pattern: /^\d{8}$/ },
  NL: { pattern: /^\d{9}B\d{2}$/, checks: dutch },
  NO: { pattern: /^\d{9}(MVA)?$/, checks: (v) => weighted(v, [3, 2, 7, 6, 5, 4, 3, 2], 11) === Number(v[8]) },
  PL: { pattern: /^\d{10}$/, checks: (v) => sumOf(v, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(v[9]) },
  PT: { pattern: /^\d{9}$/, checks: portuguese },
  RO: { pattern: /^\d{2,10}$/ },
  SE: { pattern: /^\d{10}01$/, checks: (v) => isLuhn(v.slice(0, 10)) },
  SI: {
    pattern: /^\d{8}$/,
    checks: (v) => {
      const r = 11 - (sumOf(v, [8, 7, 6, 5, 4, 3, 2]) % 11);
      return (r === 10 ? 0 : r) === Number(v[7]);
    },
  },
  SK: { pattern: /^\d{10}$/, checks: (v) => Number(v) % 11 === 0 },
};

/** Validates a VAT number with its country prefix (`FR 32 123 456 789`, `CHE-123.456.789 MWST`). */
export function judgeVatNumber(text: string): TaxIdVerdict {
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const country = compact.startsWith('CHE') ? 'CHE' : compact.slice(0, 2);
  const rule = VAT_RULES[country];
  const rest = compact.slice(country.length);
  if (rule === undefined || !rule.pattern.test(rest)) return 'unknown';
  if (rule.checks === undefined) return 'unknown';
  return rule.checks(rest) ? 'valid' : 'invalid';
}

/** True if a text without separators has the form of a known country's VAT number. */
export function hasVatForm(compact: string): boolean {
  const country = compact.startsWith('CHE') ? 'CHE' : compact.slice(0, 2);
  return VAT_RULES[country]?.pattern.test(compact.slice(country.length)) ?? false;
}

/** Australian Business Number: first digit less one, weights 10,1,3..19, divisible by 89 (Australian Business Register). */
export function isAbn(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 11) return false;
  return sumOf(String(Number(digits[0]) - 1) + digits.slice(1), [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 === 0;
}

/** Indian GSTIN: state, PAN, entity, `Z` and a check letter in base 36. */
export function isGstin(text: string): boolean {
  const id = text.toUpperCase().replace(/\s/g, '');
  if (!/^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]$/.test(id)) return false;
  let sum = 0;
  for (let i = 0; i < 14; i++) {
    const product = Number.parseInt(id.charAt(i), 36) * (i % 2 === 0 ? 1 : 2);
    sum += Math.floor(product / 36) + (product % 36);
  }
  return (36 - (sum % 36)) % 36 === Number.parseInt(id.charAt(14), 36);
}

/** ISO/IEC 7812-1 annex B, used by SIRET, SIREN and card numbers. */
export function isLuhn(text: string): boolean {
  const digits = text.replace(/\s/g, '');
  if (!/^\d{2,}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

function sumOf(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
}

function weighted(digits: string, weights: readonly number[], modulus: number): number {
  return (modulus - (sumOf(digits, weights) % modulus)) % modulus;
}

/** ISO 7064 mod 11,10. */
function mod11_10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

function austrian(v: string): boolean {
  let sum = 0;
  for (let i = 0; i < 7; i++) {
    const product = Number(v[i]) * (i % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - ((sum + 4) % 10)) % 10 === Number(v[7]);
}

function greek(v: string): boolean {
  return (sumOf(v, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(v[8]);
}

/** Numeric keys are (12 + 3 × SIREN mod 97) mod 97; the SIREN itself is a Luhn number. */
function french(v: string): boolean {
  const siren = v.slice(2);
  if (!isLuhn(siren)) return false;
  return !/^\d{2}/.test(v) || (12 + 3 * (Number(siren) % 97)) % 97 === Number(v.slice(0, 2));
}

function british(v: string): boolean {
  if (!/^\d{9}/.test(v)) return true;
  const rest = (sumOf(v, [8, 7, 6, 5, 4, 3, 2]) + Number(v.slice(7, 9))) % 97;
  return rest === 0 || rest === 42;
}

/** The older mod 11 test, or the sole-trader numbers of 2020 by modulus 97 over `NL` and the whole number. */
function dutch(v: string): boolean {
  const old = sumOf(v, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  if (old === Number(v[8])) return true;
  let rest = 0;
  for (const sign of `NL${v}`) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function portuguese(v: string): boolean {
  const check = 11 - (sumOf(v, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return (check > 9 ? 0 : check) === Number(v[8]);
}
