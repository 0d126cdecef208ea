import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** SQLite nests expressions 100 deep at most, and a letter has up to two other forms. Further letters match as typed. */
const MAX_FOLDED_LETTERS = 40;
/** Between the columns: a line break, which a search field does not take, so that no text matches across two of them. */
const SEPARATOR = sql.raw('char(10)');

/**
 * True where one of these columns contains the text, whatever the case. SQLite's `lower` knows only ASCII, so the other
 * letters of the search text are folded in the column one by one; letters it lacks cannot make a difference. `instr` and
 * not LIKE: D1 refuses LIKE patterns over 50 bytes, and `%` in what people type means itself.
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

/** One form of a letter wherever it stands: Greek words end in a sigma of their own. */
function foldLetter(letter: string): string {
  const upper = single(letter, letter.toUpperCase());
  return single(upper, upper.toLowerCase());
}

/** `other`, unless it is more than one letter: `ß` stays itself and does not become `SS`. */
const single = (letter: string, other: string): string => ([...other].length === 1 ? other : letter);

/** The other forms of these letters, each with the one that it folds to. */
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

/** As a number, because D1 binds 100 values to a statement at most. */
const character = (letter: string): SQL => sql.raw(`char(${letter.codePointAt(0) ?? 0})`);
