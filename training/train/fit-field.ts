import {
  type DescribedCandidate,
  type FieldModel,
  fieldValueOf,
  type LearnedField,
  marginOf,
  sharesOf,
} from '#engine/learning';
import { fitShares, type JudgedDocument } from './fit-shares.ts';
import { fitWords, scoreWords, type WordModel } from './fit-words.ts';
import { type BinnedRows, binRows, growTrees } from './grow-trees.ts';
import type { Example } from './read-examples.ts';

const GROW = { trees: 60, depth: 4, rate: 0.2, lambda: 1, minHessian: 2 } as const;
/** Most candidates used from a long table, because they are all alike. */
const MAX_NEGATIVES = 60;
const WORD_LEVELS = 127;

interface Row {
  readonly candidate: DescribedCandidate;
  readonly label: 0 | 1;
  readonly program: number;
}

/** Trains one field's scorer on documents and calibrates it on others. */
export function fitField(field: LearnedField, train: readonly Example[], calibrate: readonly Example[]): FieldModel {
  const rows = train.flatMap((example) => rowsOf(example, field));
  const labels = Uint8Array.from(rows, (row) => row.label);
  const buckets = rows.map((row) => row.candidate.words);
  const whole = quantised(fitWords(buckets, labels, field.name));
  const outOfFold = wordScoresOutOfFold(rows, field.name);
  const binned: BinnedRows = binRows(rows.map((row, index) => [...row.candidate.dense, outOfFold[index] ?? 0]));
  const trees = growTrees(binned, labels, GROW);
  const raw: FieldModel = { ...whole, trees, shares: [1, 0] };
  return calibrateField(raw, calibrate, field);
}

/** The model with probabilities fitted to documents outside its training set. */
export function calibrateField(model: FieldModel, calibrate: readonly Example[], field: LearnedField): FieldModel {
  return { ...model, shares: fitShares(calibrate.flatMap((example) => judgedValues(model, example, field))) };
}

/** Documents whose truth does not cover the field are skipped. */
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

/** Scores of rows by word models trained without their layout program. */
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

/** Values of a document for a field, best first; a value has the score of its best position. */
export function scoreValues(model: FieldModel, example: Example, field: LearnedField): readonly ScoredValue[] {
  const best = new Map<string, number>();
  for (const { value: printed, dense, words } of example.candidates[field.kind]) {
    const value = fieldValueOf(field, printed);
    best.set(value, Math.max(best.get(value) ?? Number.NEGATIVE_INFINITY, marginOf(model, dense, words)));
  }
  const values = [...best].map(([value, margin]) => ({ value, margin })).sort((a, b) => b.margin - a.margin);
  const shares = sharesOf(
    model,
    values.map(({ margin }) => margin),
  );
  return values.map((value, index) => ({ ...value, p: shares[index] ?? 0 }));
}

/** Margins of the values and their correctness, the input of calibration. */
function judgedValues(model: FieldModel, example: Example, field: LearnedField): readonly JudgedDocument[] {
  if (!example.labelled.has(field.name) && !example.absent.has(field.name)) return [];
  const values = scoreValues(model, example, field);
  if (values.length === 0) return [];
  return [
    {
      margins: values.map(({ margin }) => margin),
      right: values.map(({ value }) => example.isRight(field.name, value)),
    },
  ];
}
