/** `npm run blind -- ARCHIVE [--again] [--keep] [--jobs N] [--json FILE]` */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { blindFigures, FIGURE_HEADER } from './blind/blind-figures.ts';
import { commitOf, scoreBlind } from './blind/score-blind.ts';
import { SCORE_POOL } from './score/engine-pool.ts';
import { formatTable } from './score/format-table.ts';

const USAGE = 'usage: npm run blind -- ARCHIVE.tar.gz [--again] [--keep] [--jobs N] [--json FILE]';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RECORD = fileURLToPath(new URL('../docs/accuracy.md', import.meta.url));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      again: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      jobs: { type: 'string', default: String(SCORE_POOL.size) },
      json: { type: 'string' },
    },
  });
  const archive = positionals[0];
  const jobs = Number(values.jobs);
  if (archive === undefined || positionals.length > 1 || !Number.isInteger(jobs) || jobs < 1) {
    console.error(USAGE);
    return 2;
  }
  const score = await scoreBlind({
    archive,
    record: RECORD,
    commit: commitOf(ROOT),
    again: values.again,
    pool: { ...SCORE_POOL, size: jobs },
    today: new Date().toISOString().slice(0, 10),
    ...(values.keep && { keep: (folder: string) => console.log(`kept in ${folder}`) }),
  });
  console.log(formatTable(FIGURE_HEADER, blindFigures(score)));
  for (const { set, id, reason } of score.failures) console.log(`${set}/${id} was not read: ${reason}`);
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify(score));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`blind: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
