/** `node scripts/fit-confidence.ts --clear`, then score with `--json`, then `node scripts/fit-confidence.ts --made A.json --real B.json` */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ConfidenceKind, Knot } from '#engine/confidence-tables.data';
import { REAL_WEIGHT, type Sample, samplesByKind, tableOf } from './score/fit-tables.ts';
import type { CorpusScore } from './score/score-corpus.ts';

const OUT = new URL('../engine/confidence-tables.data.ts', import.meta.url);
const KINDS: readonly ConfidenceKind[] = ['amount', 'date', 'identifier', 'name', 'address'];

async function samplesOf(files: readonly string[], weight: number, into: Map<ConfidenceKind, Sample[]>): Promise<void> {
  for (const file of files) {
    const score: CorpusScore = JSON.parse(await readFile(file, 'utf8'));
    for (const [kind, samples] of samplesByKind(score.documents, weight)) {
      into.set(kind, [...(into.get(kind) ?? []), ...samples]);
    }
  }
}

function fileOf(tables: ReadonlyMap<ConfidenceKind, readonly Knot[]>): string {
  const lines = KINDS.map((kind) => {
    const knots = (tables.get(kind) ?? []).map(([raw, measured]) => `[${raw}, ${measured}]`);
    return `  ${kind}: [${knots.join(', ')}],`;
  });
  return `/** Written by \`scripts/fit-confidence.ts\`; do not edit. Raw probability and measured share of right values, rising. */
export type ConfidenceKind = 'amount' | 'date' | 'identifier' | 'name' | 'address';
export type Knot = readonly [raw: number, measured: number];

export const CONFIDENCE_TABLES: Readonly<Record<ConfidenceKind, readonly Knot[]>> = {
${lines.join('\n')}
};
`;
}

const { values } = parseArgs({
  options: {
    clear: { type: 'boolean', default: false },
    made: { type: 'string', multiple: true, default: [] },
    real: { type: 'string', multiple: true, default: [] },
  },
});
const samples = new Map<ConfidenceKind, Sample[]>();
if (!values.clear) {
  await samplesOf(values.made, 1, samples);
  await samplesOf(values.real, REAL_WEIGHT, samples);
}
await writeFile(OUT, fileOf(new Map([...samples].map(([kind, list]) => [kind, tableOf(list)]))));
