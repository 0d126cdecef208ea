import { MAX_DESCRIPTION, MAX_STATEMENT_ROWS, type Pause, ROWS_PER_TURN } from './statement-parts.ts';

export interface QifField {
  readonly text: string;
  readonly line: number;
}

/** Fields by their letter; of one that is there twice (the parts of a split) the first. */
export interface QifRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, QifField>>;
}

export interface QifSection {
  /** What stands after the `!`. */
  readonly type: string;
  /** The account whose movements follow. */
  readonly account: QifField | undefined;
  readonly records: readonly QifRecord[];
}

/** Records of a file with all its lists of categories and prices. */
const MAX_RECORDS = 5 * MAX_STATEMENT_ROWS;

/** The sections of a file; each letter begins a line, `^` ends a record, `!` begins a section. */
export async function sectionsOfQif(text: string, pause: Pause): Promise<readonly QifSection[] | 'too-large'> {
  const sections: QifSection[] = [];
  let account: QifField | undefined;
  let type = '';
  let records: QifRecord[] = [];
  let fields: Record<string, QifField> = {};
  let first = 0;
  let total = 0;
  const endRecord = () => {
    if (Object.keys(fields).length > 0) {
      if (/^Account/i.test(type)) account = fields['N'];
      else records.push({ line: first, fields });
      total += 1;
    }
    fields = {};
  };
  const endSection = () => {
    endRecord();
    if (type !== '' && !/^Account/i.test(type)) sections.push({ type, account, records });
    records = [];
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line.startsWith('!')) {
      // Options and the switch for the list of accounts are no sections.
      if (/^!(?:Option|Clear):/i.test(line)) continue;
      endSection();
      type = line.slice(1).trim();
    } else if (line === '^') {
      endRecord();
      if (total > MAX_RECORDS) return 'too-large';
      if (total % ROWS_PER_TURN === 0) await pause();
    } else if (line !== '') {
      if (Object.keys(fields).length === 0) first = index + 1;
      const letter = line.charAt(0).toUpperCase();
      fields[letter] ??= { text: line.slice(1, MAX_DESCRIPTION), line: index + 1 };
    }
  }
  endSection();
  return sections;
}
