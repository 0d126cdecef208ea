import { confidenceKind } from '#engine/confidence/calibrate';
import { OPEN_READING } from '#engine/confidence/confidence';
import type { ConfidenceKind, Knot, ReadingSource } from '#engine/confidence/confidence-tables.data';
import type { DocumentScore } from './judge-document.ts';

/** Weight of a value from a real document; generated documents have weight 1 because they resemble each other. */
export const REAL_WEIGHT = 4;
/** Minimum weight of a bin; shares of smaller bins are too uncertain. */
const BIN_WEIGHT = 40;
/** Highest probability of a value without proof. */
const MOST = 0.97;

/** A value without proof: its hand-set probability, and whether it is correct. */
export interface Sample {
  readonly raw: number;
  readonly right: boolean;
  readonly weight: number;
}

/** Source of a document's text, as distinguished by the score. */
export const ORIGIN_OF_SOURCE = { text: 'digital', ocr: 'picture' } as const satisfies Record<
  ReadingSource,
  DocumentScore['origin']
>;

/** The values of documents of one source that were scored with empty tables, by the table they belong to. */
export function samplesByKind(
  documents: readonly DocumentScore[],
  source: ReadingSource,
  weight: number,
): Map<ConfidenceKind, Sample[]> {
  const samples = new Map<ConfidenceKind, Sample[]>();
  const own = documents.filter(({ origin }) => origin === ORIGIN_OF_SOURCE[source]);
  for (const { field, confidence, verdict, state } of own.flatMap((document) => document.fields)) {
    if (confidence === undefined || confidence === OPEN_READING || state === 'proved') continue;
    const kind = confidenceKind(field);
    samples.set(kind, [...(samples.get(kind) ?? []), { raw: confidence, right: verdict === 'right', weight }]);
  }
  return samples;
}

interface Bin {
  raw: number;
  right: number;
  weight: number;
}

/** Isotonic regression by pooling adjacent violators over bins of enough weight (Zadrozny and Elkan, 2002). */
export function tableOf(samples: readonly Sample[]): Knot[] {
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
  // On a plateau only the end points are kept. Below the lowest measured score the probability falls towards 0.
  return [[0, 0], ...knots.filter((knot, i) => knots[i - 1]?.[1] !== knot[1] || knots[i + 1]?.[1] !== knot[1])];
}

/** Adds one wrong value, because no error in few values is no certainty. */
function share({ right, weight }: Bin): number {
  return right / (weight + 1);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
