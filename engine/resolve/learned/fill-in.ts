import { type Choice, type Choices, MAX_ALTERNATIVES } from '../choice.ts';
import type { ResolveContext } from '../context.ts';
import { type DescribedCandidate, describeCandidates } from './candidate-features.ts';
import { fieldValueOf, LEARNED_FIELDS, type LearnedField } from './learned-fields.data.ts';
import { LEARNED_MODELS } from './learned-models.data.ts';
import { calibrated, type FieldModel, marginOf, parseModels } from './model.ts';

/**
 * Gives fields that no label led to the value a learned scorer is sure of. It never replaces a value, never proves
 * one, and what it gives is always for a person to look at.
 */

/** Least calibrated probability; on held-out layouts nine of ten values from here on are right. */
const FILL_FROM = 0.8;
/** A score that never makes a value more than `needs_review`: calibration on unlabelled values is not known well enough. */
const MAX_SCORE = 0.74;
/** The head and the sums of a longer document are few among many; the scorer has not seen such. */
const MAX_PAGES = 8;

let models: Readonly<Record<string, FieldModel>> | undefined;

/** Choices for fields that are still without one. Gives the event loop a turn after each kind of candidate. */
export async function fillIn(choices: Choices, context: ResolveContext, pause: () => Promise<void>): Promise<Choices> {
  const filled: Choices = new Map();
  if (context.pages.length > MAX_PAGES) return filled;
  const open = LEARNED_FIELDS.filter(({ name, types }) => types.includes(context.documentType) && !choices.has(name));
  const taken = new Set([...choices.values()].map((choice) => choice.value));
  const total = choices.get('total_amount')?.value;
  for (const kind of ['identifier', 'date', 'amount'] as const) {
    const fields = open.filter((field) => field.kind === kind);
    if (fields.length === 0) continue;
    const described = describeCandidates(context, kind);
    await pause();
    for (const field of fields) {
      const possible = field.partOfTotal ? described.filter(({ value }) => isPartOf(value, total)) : described;
      const choice = bestChoice(field, possible, kind === 'identifier' ? taken : new Set());
      if (choice !== undefined) filled.set(field.name, choice);
    }
  }
  return filled;
}

/** A part of the total is smaller than it, where it is known. */
function isPartOf(value: string, total: string | undefined): boolean {
  return total === undefined || Math.abs(Number(value)) < Math.abs(Number(total));
}

/** A number that is already another field's is not given twice; two dates or amounts may well be equal. */
function bestChoice(
  field: LearnedField,
  described: readonly DescribedCandidate[],
  taken: ReadonlySet<string>,
): Choice | undefined {
  models ??= parseModels(LEARNED_MODELS);
  const model = models[field.name];
  if (model === undefined) return undefined;
  const best = new Map<string, { margin: number; described: DescribedCandidate }>();
  for (const one of described) {
    const margin = marginOf(model, one.dense, one.words);
    const known = best.get(one.value);
    if (known === undefined || margin > known.margin) best.set(one.value, { margin, described: one });
  }
  const ranked = [...best].sort(([, a], [, b]) => b.margin - a.margin);
  const [first, ...rest] = ranked;
  if (first === undefined || taken.has(first[0])) return undefined;
  const p = calibrated(model, first[1].margin);
  if (p < FILL_FROM) return undefined;
  const { candidate } = first[1].described;
  return {
    value: fieldValueOf(field, first[0]),
    spans: [candidate],
    score: Math.min(MAX_SCORE, p),
    rule: `learned:${field.name}`,
    alternatives: rest
      .slice(0, MAX_ALTERNATIVES)
      .map(([value, { margin }]) => ({ value, confidence: Math.round(calibrated(model, margin) * 500) / 1000 })),
    checks: [],
    proof: false,
    ambiguous: false,
  };
}
