import { MAX_DESCRIPTION, MAX_STATEMENT_ROWS, type Pause, ROWS_PER_TURN } from './statement-parts.ts';

/** A logical record: its continuations (88) are joined to it. */
export interface Bai2Record {
  readonly code: string;
  readonly line: number;
  /** The fields after the code. */
  readonly fields: readonly string[];
  /** Physical records of which it is made. */
  readonly lines: number;
}

/** Records of a file: each movement with a continuation. */
const MAX_RECORDS = 3 * MAX_STATEMENT_ROWS;

/** The logical records of a file; `too-large` beyond the limit; undefined at a line that is no record. */
export async function recordsOfBai2(
  text: string,
  pause: Pause,
): Promise<readonly Bai2Record[] | 'too-large' | undefined> {
  const records: { code: string; line: number; text: string; lines: number }[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const code = /^(\d\d)(?:,|\/?$)/.exec(line)?.[1];
    if (code === undefined) return undefined;
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await pause();
    const last = records.at(-1);
    if (code === '88' && last !== undefined) {
      last.lines += 1;
      // A record that ends with a slash ends a field; without one the text goes on.
      const body = line.slice(3);
      const isText = last.code === '16';
      const joint = last.text.endsWith('/') && !isText ? ',' : last.text.endsWith('/') ? ' ' : isText ? ' ' : '';
      const kept = last.text.endsWith('/') ? last.text.slice(0, -1) : last.text;
      if (kept.length < 20 * MAX_DESCRIPTION) last.text = `${kept}${joint}${body}`;
    } else {
      if (records.length >= MAX_RECORDS) return 'too-large';
      records.push({ code, line: index + 1, text: line, lines: 1 });
    }
  }
  return records.map(({ code, line, text: whole, lines }) => {
    const body = whole.endsWith('/') ? whole.slice(0, -1) : whole;
    return { code, line, fields: body.split(',').slice(1), lines };
  });
}
