/** `npm run held-out -- --real A.json --made B.json [--judged C.json] [--markdown FILE]`: see docs/accuracy.md. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatTable } from './score/format-table.ts';
import { type HeldOutGroup, heldOutTable } from './score/held-out-families.ts';
import type { DocumentScore } from './score/judge-document.ts';
import type { CorpusScore } from './score/score-corpus.ts';
import { HELD_OUT_TARGETS, targetRows } from './score/targets.ts';
import { writeSection, writeTargets } from './score/write-markdown.ts';

const USAGE = 'usage: npm run held-out -- --real A.json --made B.json [--judged C.json] [--markdown FILE]';
/** Markets that the learned models never see (training/train.ts), by language. */
const UNSEEN_MARKETS: ReadonlySet<string> = new Set(['da', 'pl', 'pt']);

async function documentsOf(files: readonly string[]): Promise<readonly DocumentScore[]> {
  const scores = await Promise.all(
    files.map(async (file): Promise<CorpusScore> => JSON.parse(await readFile(file, 'utf8'))),
  );
  return scores.flatMap(({ documents }) => documents).filter(({ origin }) => origin === 'digital');
}

/** One row for each set, and for made ones also for the markets that nothing was learned from. */
function groupsOf(documents: readonly DocumentScore[]): readonly HeldOutGroup[] {
  const sets = [...new Set(documents.map(({ set }) => set))].sort();
  return sets.map((set) => ({ name: set, documents: documents.filter((document) => document.set === set) }));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      real: { type: 'string', multiple: true, default: [] },
      made: { type: 'string', multiple: true, default: [] },
      // Documents that no table is fitted to: other words, other trades.
      judged: { type: 'string', multiple: true, default: [] },
      markdown: { type: 'string' },
    },
  });
  if (values.real.length + values.made.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const [real, made] = [await documentsOf(values.real), await documentsOf(values.made)];
  const judged = await documentsOf(values.judged);
  const unseen = made.filter(({ language }) => language !== undefined && UNSEEN_MARKETS.has(language));
  const groups = [
    ...groupsOf(real),
    ...groupsOf(made),
    ...groupsOf(judged),
    ...(unseen.length === 0 ? [] : [{ name: 'made: markets never learned from', documents: unseen }]),
  ];
  const table = heldOutTable(groups, real, made);
  console.log(formatTable(table.header, table.rows));
  if (values.markdown !== undefined) {
    await writeSection(values.markdown, table, 'families held out');
    const measured = { documents: judged, sets: [], behaviour: [] };
    await writeTargets(values.markdown, targetRows(measured, HELD_OUT_TARGETS));
  }
  return 0;
}

process.exitCode = await main();
