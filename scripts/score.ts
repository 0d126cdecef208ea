/** `npm run score -- DIR [--json] [--set NAME] [--gold-words] [--markdown FILE] [--wrong]` */
import { parseArgs } from 'node:util';
import { SCORE_POOL } from './score/engine-pool.ts';
import { formatTable } from './score/format-table.ts';
import { reportTables } from './score/report-tables.ts';
import { type CorpusScore, scoreCorpus } from './score/score-corpus.ts';
import { GOLD_WORD_TARGETS, TARGETS, targetRows } from './score/targets.ts';
import { writeMarkdown } from './score/write-markdown.ts';

const USAGE = 'usage: npm run score -- DIR [--json] [--set NAME] [--gold-words] [--wrong] [--jobs N] [--markdown FILE]';

/** Lists each missing or wrong value, one per line. */
function printWrong(score: CorpusScore): void {
  for (const document of score.documents) {
    for (const field of document.fields) {
      if (field.verdict === 'right') continue;
      const returned = field.returned === undefined ? '' : ` returned ${JSON.stringify(field.returned)}`;
      const state = field.state === undefined ? '' : ` (${field.state} ${field.confidence?.toFixed(2)})`;
      console.log(
        `${document.set}/${document.id} ${field.field} ${field.verdict}: ${JSON.stringify(field.expected)}${returned}${state}`,
      );
    }
    const items = document.lineItems;
    for (const { column, returned, expected } of items?.wrongProofs ?? []) {
      const truth = expected === undefined ? 'no such row' : JSON.stringify(expected);
      console.log(
        `${document.set}/${document.id} row ${column} wrong and proved: ${truth} returned ${JSON.stringify(returned)}`,
      );
    }
    if (items && !items.flawless) {
      const cells = Object.entries(items.cells).map(([name, tally]) => `${name} ${tally.right}/${tally.labelled}`);
      console.log(
        `${document.set}/${document.id} line items: rows ${items.rows.right}/${items.rows.labelled}, returned ${items.rows.returned}; ${cells.join(', ')}`,
      );
    }
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      set: { type: 'string' },
      'gold-words': { type: 'boolean', default: false },
      wrong: { type: 'boolean', default: false },
      jobs: { type: 'string', default: String(SCORE_POOL.size) },
      markdown: { type: 'string' },
    },
  });
  const folder = positionals[0];
  const jobs = Number(values.jobs);
  if (folder === undefined || positionals.length > 1 || !Number.isInteger(jobs) || jobs < 1) {
    console.error(USAGE);
    return 2;
  }
  const score = await scoreCorpus({
    folder,
    ...(values.set !== undefined && { set: values.set }),
    goldWords: values['gold-words'],
    pool: { ...SCORE_POOL, size: jobs },
    ...(process.stderr.isTTY && { progress: (done, total) => process.stderr.write(`\r${done}/${total} `) }),
  });
  if (process.stderr.isTTY) process.stderr.write('\r');
  if (values.json) {
    console.log(JSON.stringify(score));
  } else {
    const targets = targetRows(score, values['gold-words'] ? GOLD_WORD_TARGETS : TARGETS);
    console.log(`Against the targets\n${formatTable(['kind', 'at least', 'goal', 'reached', 'verdict'], targets)}\n`);
    for (const table of reportTables(score)) console.log(`${table.title}\n${formatTable(table.header, table.rows)}\n`);
    if (score.notMeasured.length > 0) console.log(`Not measured here: ${score.notMeasured.join(', ')}`);
  }
  if (values.wrong) printWrong(score);
  if (values.markdown !== undefined) {
    await writeMarkdown(values.markdown, score, values['gold-words'] ? 'gold words' : 'corpus');
  }
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`score: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
