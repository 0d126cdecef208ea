/**
 * `npm run held-out -- --real A.json --made B.json [--judged C.json] [--markdown FILE] [--curves]`: see
 * docs/accuracy.md.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatTable } from './score/format-table.ts';
import { type HeldOutGroup, heldOutTable } from './score/held-out-families.ts';
import type { DocumentScore } from './score/judge-document.ts';
import { reliabilityTable, riskCoverageTable } from './score/reliability.ts';
import type { CorpusScore } from './score/score-corpus.ts';
import { HELD_OUT_TARGETS, targetRows } from './score/targets.ts';
import { writeSection, writeTargets } from './score/write-markdown.ts';

const USAGE = 'usage: npm run held-out -- --real A.json --made B.json [--judged C.json] [--markdown FILE] [--curves]';
/** Markets that the learned models never see (training/train.ts), by language. */
const UNSEEN_MARKETS: ReadonlySet<string> = new Set(['da', 'pl', 'pt']);

const isDigital = ({ origin }: DocumentScore) => origin === 'digital';

async function documentsOf(files: readonly string[]): Promise<readonly DocumentScore[]> {
  const scores = await Promise.all(
    files.map(async (file): Promise<CorpusScore> => JSON.parse(await readFile(file, 'utf8'))),
  );
  return scores.flatMap(({ documents }) => documents);
}

/** One row per set; generated sets have another row for the markets held out from training. */
function groupsOf(documents: readonly DocumentScore[]): readonly HeldOutGroup[] {
  const sets = [...new Set(documents.map(({ set }) => set))].sort();
  return sets.map((set) => ({ name: set, documents: documents.filter((document) => document.set === set) }));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      real: { type: 'string', multiple: true, default: [] },
      made: { type: 'string', multiple: true, default: [] },
      // Documents that no table is fitted to, with different vocabulary and industries.
      judged: { type: 'string', multiple: true, default: [] },
      markdown: { type: 'string' },
      // Writes the reliability of probabilities for digital files and images instead of the table of families.
      curves: { type: 'boolean', default: false },
    },
  });
  if (values.real.length + values.made.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const [allReal, allMade] = [await documentsOf(values.real), await documentsOf(values.made)];
  const [real, made] = [allReal.filter(isDigital), allMade.filter(isDigital)];
  const judged = (await documentsOf(values.judged)).filter(isDigital);
  const unseen = made.filter(({ language }) => language !== undefined && UNSEEN_MARKETS.has(language));
  const groups = [
    ...groupsOf(real),
    ...groupsOf(made),
    ...groupsOf(judged),
    ...(unseen.length === 0 ? [] : [{ name: 'made: markets never learned from', documents: unseen }]),
  ];
  const table = heldOutTable(groups, real, made);
  const curves = [reliabilityTable(allReal, allMade), riskCoverageTable(allReal, allMade)] as const;
  if (groups.length > 0) console.log(formatTable(table.header, table.rows));
  for (const { title, header, rows } of curves) console.log(`${title}\n${formatTable(header, rows)}\n`);
  if (values.markdown !== undefined && values.curves) {
    await writeSection(values.markdown, curves[0], 'reliability');
    await writeSection(values.markdown, curves[1], 'risk and coverage');
  } else if (values.markdown !== undefined) {
    await writeSection(values.markdown, table, 'families held out');
    const measured = { documents: judged, sets: [], behaviour: [] };
    await writeTargets(values.markdown, targetRows(measured, HELD_OUT_TARGETS));
  }
  return 0;
}

process.exitCode = await main();
