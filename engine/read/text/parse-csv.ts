/** In order of preference if several fit: commas are common in text, tabs are rare. */
const DELIMITERS = ['\t', ';', '|', ','] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Maximum number of records examined to find the delimiter. */
const SAMPLE_RECORDS = 50;
/** Maximum number of characters examined: fifty records of 4,000 characters each. */
const SAMPLE_LETTERS = 200_000;
/** Share of the records that must have the same number of fields: header lines above a table may differ. */
const SAME_SHARE = 0.6;
/** Text with two fields per line is a table only if it has this many lines. */
const FEWEST_PAIRS = 3;

export interface Csv {
  readonly delimiter: Delimiter;
  /** Unquoted fields; empty lines are dropped. */
  readonly records: readonly (readonly string[])[];
}

/**
 * Parses text into records (RFC 4180, with any of four delimiters). Returns undefined if it is not a table, that is, if
 * its lines do not agree on a number of fields, or if it has more than `limit` fields.
 */
export function parseCsv(text: string, limit: number): Csv | undefined {
  // Spreadsheets write the delimiter as a first line of its own.
  const stated = /^sep=(.)\n/i.exec(text);
  const body = stated === null ? text : text.slice(stated[0].length);
  const delimiter = DELIMITERS.find((known) => known === stated?.[1]) ?? findDelimiter(body);
  if (delimiter === undefined) return undefined;
  const records: string[][] = [];
  let fields = 0;
  for (const record of recordsOf(body, delimiter)) {
    fields += record.length;
    if (fields > limit) return undefined;
    records.push(record);
  }
  return { delimiter, records };
}

/** Returns the delimiter that splits most lines into the same number of fields, preferring more fields. */
export function findDelimiter(text: string): Delimiter | undefined {
  let best: { readonly delimiter: Delimiter; readonly score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const score = tableScore(text, delimiter);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter;
}

function tableScore(text: string, delimiter: Delimiter): number {
  const sample: string[][] = [];
  const head = text.slice(0, SAMPLE_LETTERS);
  for (const record of recordsOf(head, delimiter)) {
    sample.push(record);
    if (sample.length >= SAMPLE_RECORDS) break;
  }
  // The last record is incomplete.
  if (head.length < text.length && sample.length < SAMPLE_RECORDS) sample.pop();
  const counts = new Map<number, number>();
  for (const { length } of sample) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [fields, records] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  if (fields < 2 || records < 2 || records < SAME_SHARE * sample.length) return 0;
  if (fields === 2 && records < FEWEST_PAIRS) return 0;
  if (delimiter === ',' && isProse(sample)) return 0;
  return fields * (records / sample.length);
}

/** Commas in prose are followed by a space, and most of the text is between them. */
function isProse(sample: readonly (readonly string[])[]): boolean {
  const later = sample.flatMap((record) => record.slice(1));
  const spaced = later.filter((field) => /^ \S/.test(field)).length;
  return spaced > later.length / 2 && later.some((field) => field.trim().split(' ').length > 4);
}

function* recordsOf(text: string, delimiter: Delimiter): Generator<string[]> {
  let record: string[] = [];
  let at = 0;
  const nextEnd = finder(text, [delimiter, '\n']);
  while (at <= text.length) {
    const { field, next } = readField(text, at, delimiter, nextEnd);
    record.push(field);
    if (text[next] === delimiter) {
      at = next + 1;
      continue;
    }
    if (record.length > 1 || field.trim() !== '') yield record;
    record = [];
    at = next + 1;
  }
}

/**
 * Reads the field at `at`; `next` is the position of its delimiter or line end. An unclosed quote is an ordinary
 * character.
 */
function readField(
  text: string,
  at: number,
  delimiter: Delimiter,
  nextEnd: (from: number) => number,
): { readonly field: string; readonly next: number } {
  if (text[at] === '"') {
    const end = closingQuote(text, at + 1);
    const after = end + 1;
    if (end >= 0 && (after === text.length || text[after] === delimiter || text[after] === '\n')) {
      return { field: text.slice(at + 1, end).replaceAll('""', '"'), next: after };
    }
  }
  const next = nextEnd(at);
  return { field: text.slice(at, next), next };
}

/**
 * Returns a function that finds the next of some characters, for increasing positions; the text's length if there is
 * none.
 */
function finder(text: string, signs: readonly string[]): (from: number) => number {
  const places = signs.map((sign) => ({ sign, at: -1 }));
  return (from) => {
    for (const place of places) {
      if (place.at >= from) continue;
      const found = text.indexOf(place.sign, from);
      place.at = found < 0 ? text.length : found;
    }
    return Math.min(...places.map(({ at }) => at));
  };
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
