import type { BankFileStatement, ReadOutcome, StructuredValue } from '#engine/model';

export type Row = Readonly<Record<string, StructuredValue>>;

/** What a reader of one format returns. `damaged`: the file breaks off or cannot be what it begins as. */
export type BankFileReading =
  | { readonly kind: 'statements'; readonly statements: readonly BankFileStatement[] }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'too-large' };

/** Gives the event loop a turn. */
export type Pause = () => Promise<void>;

/**
 * Rows of one file. Each becomes about four values of the result, of 400 bytes each as JSON: 32 MB, a quarter of a
 * Worker's memory. A business account with 50 bookings a day has 18,000 in a year.
 */
export const MAX_STATEMENT_ROWS = 20_000;
/** Statements of one file: more than one for every day of a year. */
const MAX_STATEMENTS = 400;
/** Rows read between two turns of the event loop (about 5 ms). */
export const ROWS_PER_TURN = 500;
/** Letters of a description: a batch may repeat hundreds of purposes. */
export const MAX_DESCRIPTION = 1_000;

/** A value, unless there is no text. */
export function valueAt(value: string | undefined, path: string, text?: string): StructuredValue | undefined {
  const plain = value?.replace(/\s+/g, ' ').trim() ?? '';
  if (plain === '') return undefined;
  return text === undefined || text === plain ? { value: plain, path } : { value: plain, path, text };
}

/** Drops undefined values. */
export function given(entries: Readonly<Record<string, StructuredValue | undefined>>): Row {
  const kept: Record<string, StructuredValue> = {};
  for (const [name, value] of Object.entries(entries)) if (value !== undefined) kept[name] = value;
  return kept;
}

/** Joins the texts that describe a row, without those that another one repeats. */
export function describe(...texts: readonly (string | undefined)[]): string {
  const kept: string[] = [];
  for (const text of texts) {
    const plain = text?.replace(/\s+/g, ' ').trim() ?? '';
    if (plain === '' || kept.some((known) => known.includes(plain))) continue;
    const longer = kept.findIndex((known) => plain.includes(known));
    if (longer >= 0) kept[longer] = plain;
    else kept.push(plain);
  }
  return kept.join(', ').slice(0, MAX_DESCRIPTION);
}

/** The outcome of reading: the first statement is the document's own, several are its parts. */
export function outcomeOf(reading: BankFileReading, mediaType: string): ReadOutcome {
  if (reading.kind === 'damaged') return { ok: false, error: { code: 'damaged', message: reading.reason } };
  if (reading.kind === 'too-large') return tooLarge();
  const { statements } = reading;
  const [first] = statements;
  if (first === undefined) {
    return { ok: false, error: { code: 'empty', message: 'The bank file holds no statement.' } };
  }
  const rows = statements.reduce((sum, statement) => sum + statement.rows.length, 0);
  if (rows > MAX_STATEMENT_ROWS || statements.length > MAX_STATEMENTS) return tooLarge();
  const parts = statements.map((statement) => ({ name: '', from: 1, pages: 0, statement }));
  return {
    ok: true,
    document: {
      mediaType,
      method: 'bank-file',
      pages: [],
      statement: first,
      ...(parts.length > 1 && { parts }),
    },
  };
}

function tooLarge(): ReadOutcome {
  const message = `The bank file has more than ${MAX_STATEMENT_ROWS} rows or ${MAX_STATEMENTS} statements.`;
  return { ok: false, error: { code: 'too_large', message } };
}
