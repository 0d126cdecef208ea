import { WORD_BUCKETS } from '#engine/learning';
import { Random } from '../generator/random.ts';

/** A linear model over word buckets. */
export interface WordModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

const EPOCHS = 6;
const RATE = 0.25;
const DECAY = 1e-5;

/**
 * Logistic regression with AdaGrad over shuffled rows. Positives weigh as much as all negatives together, at most 12
 * times.
 */
export function fitWords(rows: readonly (readonly number[])[], labels: Uint8Array, seed: string): WordModel {
  const weights = new Float64Array(WORD_BUCKETS);
  const squares = new Float64Array(WORD_BUCKETS).fill(1e-2);
  let bias = 0;
  let biasSquares = 1e-2;
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const heavier = Math.min(12, (rows.length - positives) / Math.max(1, positives));
  const random = new Random(seed);
  const order = Uint32Array.from(rows, (_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const row of order) {
      const buckets = rows[row] ?? [];
      const label = labels[row] ?? 0;
      const margin = buckets.reduce((sum, bucket) => sum + (weights[bucket] ?? 0), bias);
      const gradient = (1 / (1 + Math.exp(-margin)) - label) * (label === 1 ? heavier : 1);
      biasSquares += gradient * gradient;
      bias -= (RATE * gradient) / Math.sqrt(biasSquares);
      for (const bucket of buckets) {
        const own = gradient + DECAY * (weights[bucket] ?? 0);
        squares[bucket] = (squares[bucket] ?? 0) + own * own;
        weights[bucket] = (weights[bucket] ?? 0) - (RATE * own) / Math.sqrt(squares[bucket] ?? 1);
      }
    }
  }
  return { weights, bias };
}

function shuffle(order: Uint32Array, random: Random): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = random.int(0, index);
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}

export function scoreWords(model: WordModel, buckets: readonly number[]): number {
  return buckets.reduce((sum, bucket) => sum + (model.weights[bucket] ?? 0), model.bias);
}
