import {
  calibrated,
  type DescribedCandidate,
  type FieldModel,
  fieldValueOf,
  type LearnedField,
  marginOf,
} from '#engine/learning';
import { fitWords, scoreWords, type WordModel } from './fit-words.ts';
import { type BinnedRows, binRows, growTrees } from './grow-trees.ts';
import type { Example } from './read-examples.ts';

const GROW = { trees: 60, depth: 4, rate: 0.2, lambda: 1, minHessian: 2 } as const;
/** Of a long table's candidates only so many are learned from: they are all the same. */
const MAX_NEGATIVES = 60;
const WORD_LEVELS = 127;
/** Steps of the Newton fit of the two Platt numbers. */
const PLATT_STEPS = 30;

interface Row {
  readonly candidate: DescribedCandidate;
  readonly label: 0 | 1;
  readonly program: number;
}

/** Learns one field's scorer from documents and calibrates it on others, which it has not seen. */
export function fitField(field: LearnedField, train: readonly Example[], calibrate: readonly Example[]): FieldModel {
  const rows = train.flatMap((example) => rowsOf(example, field));
  const labels = Uint8Array.from(rows, (row) => row.label);
  const buckets = rows.map((row) => row.candidate.words);
  const whole = quantised(fitWords(buckets, labels, field.name));
  const outOfFold = wordScoresOutOfFold(rows, field.name);
  const binned: BinnedRows = binRows(rows.map((row, index) => [...row.candidate.dense, outOfFold[index] ?? 0]));
  const trees = growTrees(binned, labels, GROW);
  const raw: FieldModel = { ...whole, trees, platt: [1, 0] };
  return { ...raw, platt: fitPlatt(calibrate.flatMap((example) => judgedValues(raw, example, field))) };
}

/** Documents whose truth does not speak of the field teach nothing. */
function rowsOf(example: Example, field: LearnedField): readonly Row[] {
  if (!example.labelled.has(field.name) && !example.absent.has(field.name)) return [];
  const rows = example.candidates[field.kind].map((candidate) => ({
    candidate,
    label: example.isRight(field.name, fieldValueOf(field, candidate.value)) ? (1 as const) : (0 as const),
    program: example.program ?? 0,
  }));
  const negatives = rows.filter((row) => row.label === 0);
  const step = Math.max(1, negatives.length / MAX_NEGATIVES);
  const kept = new Set(
    Array.from(
      { length: Math.min(negatives.length, MAX_NEGATIVES) },
      (_, index) => negatives[Math.floor(index * step)],
    ),
  );
  return rows.filter((row) => row.label === 1 || kept.has(row));
}

/** Scores of rows by word models that have not seen their layout program. */
function wordScoresOutOfFold(rows: readonly Row[], field: string): readonly number[] {
  const fold = (row: Row) => row.program % 2;
  const models = [0, 1].map((side) => {
    const others = rows.filter((row) => fold(row) !== side);
    return fitWords(
      others.map((row) => row.candidate.words),
      Uint8Array.from(others, (row) => row.label),
      `${field} ${side}`,
    );
  });
  return rows.map((row) => {
    const model = models[fold(row)];
    return model === undefined ? 0 : scoreWords(model, row.candidate.words);
  });
}

function quantised(model: WordModel): Pick<FieldModel, 'words' | 'wordScale' | 'bias'> {
  const wordScale = Math.max(...model.weights.map(Math.abs)) / WORD_LEVELS;
  return { words: Array.from(model.weights, (weight) => Math.round(weight / wordScale)), wordScale, bias: model.bias };
}

export interface ScoredValue {
  readonly value: string;
  readonly margin: number;
  readonly p: number;
}

/** Values of a document for a field, best first; a value is worth its best place. */
export function scoreValues(model: FieldModel, example: Example, field: LearnedField): readonly ScoredValue[] {
  const best = new Map<string, number>();
  for (const { value: printed, dense, words } of example.candidates[field.kind]) {
    const value = fieldValueOf(field, printed);
    best.set(value, Math.max(best.get(value) ?? Number.NEGATIVE_INFINITY, marginOf(model, dense, words)));
  }
  return [...best]
    .map(([value, margin]) => ({ value, margin, p: calibrated(model, margin) }))
    .sort((a, b) => b.margin - a.margin);
}

/** So many of the best values of a document calibrate: the best alone are nearly always right and tell nothing of the others. */
const JUDGED_VALUES = 3;

/** The best values' margins and whether they are right: what calibration is about. */
function judgedValues(
  model: FieldModel,
  example: Example,
  field: LearnedField,
): readonly { margin: number; right: boolean }[] {
  if (!example.labelled.has(field.name) && !example.absent.has(field.name)) return [];
  return scoreValues(model, example, field)
    .slice(0, JUDGED_VALUES)
    .map(({ value, margin }) => ({ margin, right: example.isRight(field.name, value) }));
}

/** Platt (1999): two numbers by Newton's method, with his smoothed targets. */
function fitPlatt(judged: readonly { readonly margin: number; readonly right: boolean }[]): readonly [number, number] {
  const positives = judged.filter(({ right }) => right).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (judged.length - positives + 2);
  let a = 1;
  let b = 0;
  for (let step = 0; step < PLATT_STEPS; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const { margin, right } of judged) {
      const p = 1 / (1 + Math.exp(-(a * margin + b)));
      const error = p - (right ? high : low);
      const weight = p * (1 - p);
      ga += error * margin;
      gb += error;
      haa += weight * margin * margin;
      hab += weight * margin;
      hbb += weight;
    }
    const determinant = haa * hbb - hab * hab;
    if (determinant < 1e-9) break;
    a -= (hbb * ga - hab * gb) / determinant;
    b -= (haa * gb - hab * ga) / determinant;
  }
  return [a, b];
}
