import type { FieldModel, LearnedField } from '#engine/learning';
import { scoreValues } from './fit-field.ts';
import type { Example } from './read-examples.ts';

export interface Tally {
  right: number;
  wrong: number;
  missing: number;
}

/** Counts over the documents of a set with a label for a field, for three ways to choose. */
export interface Comparison {
  readonly engine: Tally;
  readonly learned: Tally;
  /** The engine's value if found by a label, else the learned one if it reaches the threshold. */
  readonly filledIn: Tally;
}

/** Rules that apply when no label was found. */
const GUESSES = new Set(['largest_amount']);
const LEARNED_FROM = 0.5;

export function compareChoices(
  field: LearnedField,
  model: FieldModel,
  examples: readonly Example[],
  fillFrom: number,
): Comparison {
  const comparison: Comparison = { engine: empty(), learned: empty(), filledIn: empty() };
  for (const example of examples) {
    const labelled = example.labelled.has(field.name);
    if (!labelled && !example.absent.has(field.name)) continue;
    const engine = example.engine.get(field.name);
    const [top] = scoreValues(model, example, field);
    const learned = top === undefined ? undefined : { right: example.isRight(field.name, top.value), p: top.p };
    count(comparison.engine, engine?.right, labelled);
    count(comparison.learned, learned !== undefined && learned.p >= LEARNED_FROM ? learned.right : undefined, labelled);
    const guessed = engine === undefined || GUESSES.has(engine.rule);
    const filled = guessed && learned !== undefined && learned.p >= fillFrom ? learned.right : engine?.right;
    count(comparison.filledIn, filled, labelled);
  }
  return comparison;
}

function empty(): Tally {
  return { right: 0, wrong: 0, missing: 0 };
}

function count(tally: Tally, right: boolean | undefined, labelled: boolean): void {
  if (right === true) tally.right++;
  else if (right === false) tally.wrong++;
  if (labelled && right !== true) tally.missing++;
}

export function f1(tally: Tally): number {
  const returned = tally.right + tally.wrong;
  const labelled = tally.right + tally.missing;
  return returned + labelled === 0 ? 0 : (2 * tally.right) / (returned + labelled);
}
