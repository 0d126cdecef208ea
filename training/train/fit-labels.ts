import { LABEL_BUCKETS, LABEL_GROUPS, type LabelGroup, type LabelWeights, labelBuckets } from '#engine/learning';
import { Random } from '../generator/random.ts';

export interface LabelExample {
  readonly text: string;
  readonly group: LabelGroup;
}

const EPOCHS = 8;
const RATE = 0.3;
const DECAY = 1e-5;
const GROUPS = LABEL_GROUPS.length;
const LEVELS = 127;
/** Shares of the phrases trained with a wrong letter, and with abbreviated words. */
const MISREAD_SHARE = 0.12;
const CUT_SHARE = 0.12;

/** Softmax regression over word pieces with AdaGrad. Rare groups get more weight, but not the same as frequent ones. */
export function fitLabels(examples: readonly LabelExample[], seed: string): LabelWeights {
  const random = new Random(seed);
  const weights = new Float64Array((LABEL_BUCKETS + 1) * GROUPS);
  const squares = new Float64Array(weights.length).fill(1e-2);
  const counts = new Map<LabelGroup, number>();
  for (const { group } of examples) counts.set(group, (counts.get(group) ?? 0) + 1);
  const mean = examples.length / GROUPS;
  const order = Uint32Array.from(examples, (_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const buckets = labelBuckets(varied(example.text, random));
      if (buckets.length === 0) continue;
      const importance = Math.sqrt(mean / (counts.get(example.group) ?? 1));
      learn(buckets, LABEL_GROUPS.indexOf(example.group), importance, weights, squares);
    }
  }
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LEVELS;
  return { values: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

function learn(
  buckets: readonly number[],
  target: number,
  importance: number,
  weights: Float64Array,
  squares: Float64Array,
): void {
  const share = 1 / Math.sqrt(buckets.length);
  const margins = new Float64Array(GROUPS);
  for (let group = 0; group < GROUPS; group++) {
    let sum = 0;
    for (const bucket of buckets) sum += weights[bucket * GROUPS + group] ?? 0;
    margins[group] = sum * share + (weights[LABEL_BUCKETS * GROUPS + group] ?? 0);
  }
  const top = Math.max(...margins);
  const powers = margins.map((margin) => Math.exp(margin - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  for (let group = 0; group < GROUPS; group++) {
    const gradient = ((powers[group] ?? 0) / all - Number(group === target)) * importance;
    const step = (at: number, own: number) => {
      const pull = own + DECAY * (weights[at] ?? 0);
      squares[at] = (squares[at] ?? 0) + pull * pull;
      weights[at] = (weights[at] ?? 0) - (RATE * pull) / Math.sqrt(squares[at] ?? 1);
    };
    for (const bucket of buckets) step(bucket * GROUPS + group, gradient * share);
    step(LABEL_BUCKETS * GROUPS + group, gradient);
  }
}

/** A phrase as it may be printed or recognised; mostly unchanged. */
function varied(text: string, random: Random): string {
  if (random.chance(MISREAD_SHARE)) {
    const at = random.int(0, text.length - 1);
    return text.slice(0, at) + random.pick([...'abeilmnorstu', '']) + text.slice(at + 1);
  }
  if (!random.chance(CUT_SHARE)) return text;
  return text
    .split(' ')
    .map((word) => (word.length > 5 ? word.slice(0, random.int(3, 5)) : word))
    .join(' ');
}

function shuffle(order: Uint32Array, random: Random): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = random.int(0, index);
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
}
