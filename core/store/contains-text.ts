import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * SQLite limits expressions to a depth of 100, and a letter has up to two other forms. Letters beyond this match as
 * typed.
 */
const MAX_FOLDED_LETTERS = 40;
/**
 * Separates the columns with a line break, which search fields do not accept, so that no text matches across columns.
 */
const SEPARATOR = sql.raw('char(10)');

/**
 * SQL: true if one of the columns contains the text, case-insensitively. SQLite's `lower` only handles ASCII, so the
 * other letters of the search text are folded in the column one by one; letters that are not in the search text cannot
 * affect the match. Uses `instr` because D1 rejects LIKE patterns over 50 bytes, and a `%` typed by users must match
 * literally.
 */
export function containsText(columns: readonly (AnyColumn | SQL)[], text: string): SQL {
  const typed = text.normalize('NFC');
  const haystack = sql.join(
    columns.map((column) => sql`coalesce(${column}, '')`),
    sql` || ${SEPARATOR} || `,
  );
  const letters = new Set([...new Set(typed)].filter((letter) => letter > '\u007f').slice(0, MAX_FOLDED_LETTERS));
  const needle = [...typed].map((letter) => (letter <= '\u007f' || letters.has(letter) ? foldLetter(letter) : letter));
  const folded = formsOf(letters).reduce(
    (inner, [form, letter]) => sql`replace(${inner}, ${character(form)}, ${character(letter)})`,
    sql`lower(${haystack})`,
  );
  return sql`instr(${folded}, ${needle.join('')}) > 0`;
}

/** Folds a letter to one form in any position: the Greek sigma has a separate form at the end of a word. */
function foldLetter(letter: string): string {
  const upper = single(letter, letter.toUpperCase());
  return single(upper, upper.toLowerCase());
}

/** Returns `other` unless it is longer than one letter: `ß` stays as it is and does not become `SS`. */
const single = (letter: string, other: string): string => ([...other].length === 1 ? other : letter);

/** Returns the other forms of these letters, each with the letter it folds to. */
function formsOf(letters: ReadonlySet<string>): readonly (readonly [form: string, letter: string])[] {
  const pairs = new Map<string, string>();
  for (const each of letters) {
    const letter = foldLetter(each);
    for (const form of [each, single(letter, letter.toUpperCase()), ...(letter === 'σ' ? ['ς'] : [])]) {
      if (form !== letter) pairs.set(form, letter);
    }
  }
  return [...pairs];
}

/** Written as a literal because D1 allows at most 100 bound values per statement. */
const character = (letter: string): SQL => sql.raw(`char(${letter.codePointAt(0) ?? 0})`);
