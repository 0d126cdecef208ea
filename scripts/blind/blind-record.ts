import { formatMarkdownTable } from '../score/format-table.ts';
import { FIGURE_HEADER } from './blind-figures.ts';

/** One run: when, with what engine, on which archive, and whether anybody could have looked into it before. */
export interface BlindRun {
  /** ISO date. */
  readonly date: string;
  readonly commit: string;
  readonly archive: string;
  readonly sha256: string;
  readonly seen: boolean;
}

const START = '<!-- appended by npm run blind: record, start -->';
const END = '<!-- appended by npm run blind: record, end -->';
const RUN_HEADER = ['date', 'commit', 'archive', 'SHA-256', 'seen'];
/** Digits of a SHA-256 in the table; enough to tell archives apart. */
const SHA_DIGITS = 16;

const HEADING = `## Blind record

Archives of documents scored before anybody looked into them, by \`npm run blind -- ARCHIVE\`. Rows are appended and never
changed. A run with *seen* "yes" repeats an archive of an earlier row: what it shows may have been repaired since.
*Stated* counts fields with a confidence of .90 or more that are not proved.`;

/** Runs of the record, one for each row. */
function recordedRuns(text: string): readonly BlindRun[] {
  return rowsOf(text).map(([date = '', commit = '', archive = '', sha256 = '', seen = '']) => ({
    date,
    commit,
    archive,
    sha256,
    seen: seen === 'yes',
  }));
}

export type Standing = 'blind' | 'seen' | 'already scored';

/** An archive is blind once; the same engine does not score it twice. */
export function standingOf(text: string, sha256: string, commit: string): Standing {
  const earlier = recordedRuns(text).filter((run) => run.sha256 === sha256.slice(0, SHA_DIGITS));
  if (earlier.length === 0) return 'blind';
  return earlier.some((run) => run.commit === commit) ? 'already scored' : 'seen';
}

/** Appends the rows of a run; the rows before stay letter by letter. */
export function appendRun(text: string, run: BlindRun, figures: readonly (readonly string[])[]): string {
  const head = [run.date, run.commit, run.archive, run.sha256.slice(0, SHA_DIGITS), run.seen ? 'yes' : 'no'];
  const table = formatMarkdownTable([...RUN_HEADER, ...FIGURE_HEADER], []);
  const lines = figures.map((row) => `| ${[...head, ...row].join(' | ')} |`).join('\n');
  if (!text.includes(END)) {
    return `${text.trimEnd()}\n\n${HEADING}\n\n${START}\n\n${table}\n${lines}\n\n${END}\n`;
  }
  const end = text.indexOf(END);
  return `${text.slice(0, end).trimEnd()}\n${lines}\n\n${text.slice(end)}`;
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 || end < start) return [];
  return text
    .slice(start, end)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
}
