import { LANGUAGES } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';

/** The entries of all languages, each once. */
function inAllLanguages(list: (language: Language) => readonly string[] | undefined): readonly string[] {
  return [...new Set(LANGUAGES.flatMap((language) => list(language) ?? []))];
}

/** Phrases are folded, but signs such as `/` and `.` may stay. The longest first, so that it wins over its beginning. */
function oneOf(phrases: readonly string[]): string {
  const escaped = phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return `(?:${escaped.toSorted((a, b) => b.length - a.length).join('|')})`;
}

/** Legal forms of companies, as the end of a name. */
export const LEGAL_FORM = new RegExp(
  `(?:^|[\\s,])(?:${inAllLanguages(({ legalForms }) => legalForms).join('|')})(?=$|[\\s,.;)|•·-])`,
  'u',
);

/** Legal forms and trade words that end a registered name on a receipt, in any case. */
export const LEGAL_FORM_AT_END = new RegExp(
  `(?:^|[\\s,.)])(?:${inAllLanguages(({ legalFormsAtEnd }) => legalFormsAtEnd).join('|')})$`,
  'i',
);

/** Words that lead to the registered name under a trading name. */
export const OWNED_BY = new RegExp(`^\\W*${oneOf(inAllLanguages(({ ownedBy }) => ownedBy))}\\b\\W*(?=\\p{L})`, 'iu');

/** The number of a post box looks like a postal code: "PO Box 36821". */
export const POST_BOX =
  /\b(?:P\.?\s?O\.?\s?Box|Postfach|Post ?box|Postbus|Apartado|Casella Postale|Boîte Postale|B\.?P\.?|C\.?S\.?)\s*\d+/giu;

/** A line with a postal code and a place, in the forms of the countries that print one. */
export const POSTAL_LINE =
  /(?:\b\d{5}(?:-\d{3})?[\s,]+\p{L}{2,})|(?:\b\p{Lu}{1,3}[- ]\d{4,5}\s+\p{L})|(?:\b\p{Lu}{2},?\s+\d{5}(?:-\d{4})?\b)|(?:\p{L}{3},?\s+\d{5}(?:-\d{4})\b)|(?:\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b)|(?:\b\d{4}\s?[A-Z]{2}\s+\p{L})|(?:\b\d{4}-\d{3}\s+\p{L})|(?:\b\d{2}-\d{3}\s+\p{L})|(?:\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b)|(?:^\d{4}\s+\p{Lu}\p{L}+)|(?:[,•·|]\s?\d{4}\s+\p{Lu}\p{L}+)|(?:\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b)|(?:\b\d{3}\s?\d{2}\s+\p{Lu}\p{L}+)|(?:\b\d{6}\s*$)|(?:\p{L}{3}[,\s]+\d{5}\b)|(?:\p{L}{3}\s*-\s*\d{6}\b)/u;

const STREETS = inAllLanguages(({ streetWords }) => streetWords);
const STREET_PARTS = STREETS.filter((word) => /^-.*-$/.test(word)).map((word) => word.slice(1, -1));
const STREET_ENDS = STREETS.filter((word) => /^-.*[^-]$/.test(word)).map((word) => word.slice(1));
const STREET_WORDS = STREETS.filter((word) => !word.startsWith('-'));

/** Words of streets and buildings, folded. */
export const STREET_WORD = new RegExp(
  `(?:${oneOf(STREET_PARTS)}|${oneOf(STREET_ENDS)}\\b|\\b${oneOf(STREET_WORDS)}\\b)`,
);

/** Words of buildings, quarters and regions in addresses without a number, folded. */
export const PLACE_WORD = new RegExp(`\\b${oneOf(inAllLanguages(({ placeWords }) => placeWords))}\\b`);

const COUNTRIES: ReadonlySet<string> = new Set(inAllLanguages(({ countries }) => countries));

/** True for a line that is the name of a country and nothing else. */
export function isCountry(folded: string): boolean {
  return COUNTRIES.has(folded);
}

/** The beginning of a line that names a person or only greets, folded. */
export const SALUTATION = new RegExp(
  `^(?:${inAllLanguages(({ salutations }) => salutations).join('|')})\\b[.:]?(?:\\s|$)`,
);

/** Keys inside the block of a party, folded: `Name: Example Ltd`, `Number: 4711`. */
export const NAME_KEYS: ReadonlySet<string> = new Set(inAllLanguages(({ nameKeys }) => nameKeys));
export const NUMBER_KEYS: ReadonlySet<string> = new Set(inAllLanguages(({ numberKeys }) => numberKeys));
