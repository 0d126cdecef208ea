/** `node scripts/fit-confidence.ts --clear`, then score with `--json`, then `node scripts/fit-confidence.ts --made A.json --real B.json` */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { confidenceKind } from '#engine/calibrate';
import type { ConfidenceKind, Knot } from '#engine/confidence-tables.data';
import type { CorpusScore } from './score/score-corpus.ts';

const OUT = new URL('../engine/confidence-tables.data.ts', import.meta.url);
const KINDS: readonly ConfidenceKind[] = ['amount', 'date', 'identifier', 'name', 'address'];
/** Made documents share one hand; a value of a real one counts for this many of theirs. */
const REAL_WEIGHT = 4;
/** A bin with less weight says too little of a share. */
const BIN_WEIGHT = 40;
/** Without proof nothing is surer than this. */
const MOST = 0.97;

interface Sample {
  readonly raw: number;
  readonly right: boolean;
  readonly weight: number;
}

async function samplesOf(files: readonly string[], weight: number, into: Map<ConfidenceKind, Sample[]>): Promise<void> {
  for (const file of files) {
    const score: CorpusScore = JSON.parse(await readFile(file, 'utf8'));
    for (const { field, confidence, verdict, state } of score.documents.flatMap((document) => document.fields)) {
      if (confidence === undefined || state === 'proved') continue;
      const kind = confidenceKind(field);
      into.set(kind, [...(into.get(kind) ?? []), { raw: confidence, right: verdict === 'right', weight }]);
    }
  }
}

interface Bin {
  raw: number;
  right: number;
  weight: number;
}

/** Isotonic regression by pooling adjacent violators over bins of enough weight (Zadrozny and Elkan, 2002). */
function tableOf(samples: readonly Sample[]): Knot[] {
  const bins: Bin[] = [];
  for (const sample of samples.toSorted((a, b) => a.raw - b.raw)) {
    const last = bins.at(-1);
    const open = last !== undefined && last.weight < BIN_WEIGHT ? last : undefined;
    if (open === undefined) bins.push({ raw: 0, right: 0, weight: 0 });
    const bin = open ?? bins.at(-1);
    if (bin === undefined) continue;
    bin.raw += sample.raw * sample.weight;
    bin.right += sample.right ? sample.weight : 0;
    bin.weight += sample.weight;
  }
  const pooled: Bin[] = [];
  for (const bin of bins) {
    pooled.push({ ...bin });
    for (;;) {
      const [before, last] = pooled.slice(-2);
      if (before === undefined || last === undefined || share(before) <= share(last)) break;
      pooled.splice(-2, 2, {
        raw: before.raw + last.raw,
        right: before.right + last.right,
        weight: before.weight + last.weight,
      });
    }
  }
  const knots = pooled.map((bin): Knot => [round(bin.raw / bin.weight), round(Math.min(MOST, share(bin)))]);
  // On a level stretch only its ends say something. What reads worse than all that was measured falls towards nothing.
  return [[0, 0], ...knots.filter((knot, i) => knots[i - 1]?.[1] !== knot[1] || knots[i + 1]?.[1] !== knot[1])];
}

/** One wrong value more than was seen: no error in few values is no certainty. */
function share({ right, weight }: Bin): number {
  return right / (weight + 1);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
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
