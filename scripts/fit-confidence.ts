/**
 * `node scripts/fit-confidence.ts --clear [--source ocr]`, then score with `--json`, then
 * `node scripts/fit-confidence.ts --made A.json --real B.json [--source ocr]`: without a source both are fitted.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  CONFIDENCE_TABLES,
  type ConfidenceKind,
  type Knot,
  type ReadingSource,
} from '#engine/confidence/confidence-tables.data';
import { REAL_WEIGHT, type Sample, samplesByKind, tableOf } from './score/fit-tables.ts';
import type { CorpusScore } from './score/score-corpus.ts';

const OUT = new URL('../engine/confidence/confidence-tables.data.ts', import.meta.url);
const SOURCES: readonly ReadingSource[] = ['text', 'ocr'];
const KINDS: readonly ConfidenceKind[] = ['amount', 'date', 'identifier', 'name', 'address'];

type Tables = Readonly<Record<ConfidenceKind, readonly Knot[]>>;

async function samplesOf(
  files: readonly string[],
  source: ReadingSource,
  weight: number,
  into: Map<ConfidenceKind, Sample[]>,
): Promise<void> {
  for (const file of files) {
    const score: CorpusScore = JSON.parse(await readFile(file, 'utf8'));
    for (const [kind, samples] of samplesByKind(score.documents, source, weight)) {
      into.set(kind, [...(into.get(kind) ?? []), ...samples]);
    }
  }
}

function tablesOf(samples: ReadonlyMap<ConfidenceKind, readonly Sample[]>): Tables {
  const table = (kind: ConfidenceKind) => {
    const list = samples.get(kind) ?? [];
    return list.length === 0 ? [] : tableOf(list);
  };
  return {
    amount: table('amount'),
    date: table('date'),
    identifier: table('identifier'),
    name: table('name'),
    address: table('address'),
  };
}

function fileOf(tables: Readonly<Record<ReadingSource, Tables>>): string {
  const lines = SOURCES.flatMap((source) => [
    `  ${source}: {`,
    ...KINDS.map((kind) => {
      const knots = tables[source][kind].map(([raw, measured]) => `[${raw}, ${measured}]`);
      return `    ${kind}: [${knots.join(', ')}],`;
    }),
    '  },',
  ]);
  return `/** Written by \`scripts/fit-confidence.ts\`; do not edit. Raw probability and measured share of right values, rising. */
export type ConfidenceKind = 'amount' | 'date' | 'identifier' | 'name' | 'address';
export type Knot = readonly [raw: number, measured: number];
/** Letters as the file has them, or recognised in a picture. */
export type ReadingSource = 'text' | 'ocr';

export const CONFIDENCE_TABLES: Readonly<Record<ReadingSource, Readonly<Record<ConfidenceKind, readonly Knot[]>>>> = {
${lines.join('\n')}
};
`;
}

const { values } = parseArgs({
  options: {
    clear: { type: 'boolean', default: false },
    source: { type: 'string' },
    made: { type: 'string', multiple: true, default: [] },
    real: { type: 'string', multiple: true, default: [] },
  },
});
const tables: Record<ReadingSource, Tables> = { ...CONFIDENCE_TABLES };
for (const source of SOURCES.filter((one) => values.source === undefined || values.source === one)) {
  const samples = new Map<ConfidenceKind, Sample[]>();
  if (!values.clear) {
    await samplesOf(values.made, source, 1, samples);
    await samplesOf(values.real, source, REAL_WEIGHT, samples);
  }
  tables[source] = tablesOf(samples);
}
await writeFile(OUT, fileOf(tables));
