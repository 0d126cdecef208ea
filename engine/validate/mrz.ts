/** Machine-readable zones of travel documents (ICAO Doc 9303, parts 3 to 7). */

export type MrzFormat = 'td1' | 'td2' | 'td3' | 'mrv-a' | 'mrv-b';

/** A field inside a zone: line, first character and end, from 0; `digit` is the position of its check digit. */
export interface MrzPlace {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly digit?: number;
}

export type MrzField =
  | 'document_number'
  | 'birth_date'
  | 'sex'
  | 'expiry_date'
  | 'nationality'
  | 'personal_number'
  | 'optional';

export interface MrzLayout {
  readonly lines: number;
  readonly length: number;
  readonly fields: Readonly<Partial<Record<MrzField, MrzPlace>>>;
  readonly names: MrzPlace;
  /** Ranges covered by the composite check digit, which is the last character of the second line. Visas have none. */
  readonly composite?: readonly MrzPlace[];
}

const VISA_FIELDS = {
  document_number: { line: 1, from: 0, to: 9, digit: 9 },
  nationality: { line: 1, from: 10, to: 13 },
  birth_date: { line: 1, from: 13, to: 19, digit: 19 },
  sex: { line: 1, from: 20, to: 21 },
  expiry_date: { line: 1, from: 21, to: 27, digit: 27 },
} as const;

export const MRZ_LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  td1: {
    lines: 3,
    length: 30,
    names: { line: 2, from: 0, to: 30 },
    fields: {
      document_number: { line: 0, from: 5, to: 14, digit: 14 },
      birth_date: { line: 1, from: 0, to: 6, digit: 6 },
      sex: { line: 1, from: 7, to: 8 },
      expiry_date: { line: 1, from: 8, to: 14, digit: 14 },
      nationality: { line: 1, from: 15, to: 18 },
      optional: { line: 0, from: 15, to: 30 },
    },
    composite: [
      { line: 0, from: 5, to: 30 },
      { line: 1, from: 0, to: 7 },
      { line: 1, from: 8, to: 15 },
      { line: 1, from: 18, to: 29 },
    ],
  },
  td2: {
    lines: 2,
    length: 36,
    names: { line: 0, from: 5, to: 36 },
    fields: { ...VISA_FIELDS, optional: { line: 1, from: 28, to: 35 } },
    composite: [
      { line: 1, from: 0, to: 10 },
      { line: 1, from: 13, to: 20 },
      { line: 1, from: 21, to: 35 },
    ],
  },
  td3: {
    lines: 2,
    length: 44,
    names: { line: 0, from: 5, to: 44 },
    fields: { ...VISA_FIELDS, personal_number: { line: 1, from: 28, to: 42, digit: 42 } },
    composite: [
      { line: 1, from: 0, to: 10 },
      { line: 1, from: 13, to: 20 },
      { line: 1, from: 21, to: 43 },
    ],
  },
  'mrv-a': { lines: 2, length: 44, names: { line: 0, from: 5, to: 44 }, fields: VISA_FIELDS },
  'mrv-b': { lines: 2, length: 36, names: { line: 0, from: 5, to: 36 }, fields: VISA_FIELDS },
};

const WEIGHTS = [7, 3, 1] as const;

/** The check digit of a range: weights 7, 3, 1; digits have their own value, A to Z are 10 to 35, the filler is 0. */
export function mrzCheckDigit(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    const value = sign === '<' ? 0 : Number.parseInt(sign, 36);
    sum += value * (WEIGHTS[i % 3] ?? 0);
  }
  return sum % 10;
}

/** Whether a range matches its check digit. The check digit of an empty range may be a filler. */
export function agreesWithDigit(text: string, digit: string): boolean {
  if (digit === '<') return /^<*$/.test(text);
  return /^[A-Z0-9<]+$/.test(text) && /^\d$/.test(digit) && mrzCheckDigit(text) === Number(digit);
}

export function stretch(lines: readonly string[], { line, from, to }: MrzPlace): string {
  return (lines[line] ?? '').slice(from, to);
}

/** Whether the check digit of one field matches; undefined if the field has none. */
export function fieldDigitHolds(lines: readonly string[], place: MrzPlace): boolean | undefined {
  if (place.digit === undefined) return undefined;
  return agreesWithDigit(stretch(lines, place), (lines[place.line] ?? '').charAt(place.digit));
}

/** Whether the composite check digit matches; undefined for visas. */
export function compositeHolds(lines: readonly string[], { composite, length }: MrzLayout): boolean | undefined {
  if (composite === undefined) return undefined;
  const text = composite.map((place) => stretch(lines, place)).join('');
  return agreesWithDigit(text, (lines[1] ?? '').charAt(length - 1));
}
