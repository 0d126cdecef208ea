import { type Choice, type Choices, choiceOf, MAX_ALTERNATIVES } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { type DescribedCandidate, describeCandidates, type LearnedKind } from './candidate-features.ts';
import { isDoubtful } from './doubtful-choice.ts';
import { fieldValueOf } from './field-value.ts';
import { LEARNED_FIELDS, type LearnedField } from './learned-fields.data.ts';
import { LEARNED_MODELS } from './learned-models.data.ts';
import { type FieldModel, marginOf, parseModels, sharesOf } from './model.ts';

/**
 * Fills fields without a labelled value, or with only a guess, from a learned scorer when it is confident. It never
 * replaces a value supported by a label or a sum and never proves one; its values always need review.
 */

/** Minimum calibrated probability to fill an empty field, and to replace a guess. */
const FILL_FROM = 0.55;
const REPLACE_FROM = 0.8;
/** ... and for a number that another field already has. */
const REPEAT_FROM = 0.85;
/** Below the score of a clear label. */
const MAX_SCORE = 0.74;
/** In a longer document, head and sums are a small part; the scorer was not trained on such documents. */
const MAX_PAGES = 8;
/** The same applies to the values of a list of thousands; describing one takes about 50 µs. */
const MOST_CANDIDATES = 3_000;

let models: Readonly<Record<string, FieldModel>> | undefined;

interface Ranked {
  readonly value: string;
  readonly margin: number;
  readonly p: number;
  readonly described: DescribedCandidate;
}

/** Returns choices for fields that have none or only a guess. Yields to the event loop after each kind of candidate. */
export async function fillIn(choices: Choices, context: ResolveContext, pause: () => Promise<void>): Promise<Choices> {
  const filled: Choices = new Map();
  if (context.pages.length > MAX_PAGES) return filled;
  const type = context.documentType === 'other' && isTradePaper(choices) ? 'invoice' : context.documentType;
  // Guesses on receipts were measured on real ones and are kept.
  const isGuess = (known: Choice) => type !== 'receipt' && isDoubtful(known);
  const currentValue = (name: string) => (filled.get(name) ?? choices.get(name))?.value;
  const sureValueOf = (name: string) => {
    const known = choices.get(name);
    return known === undefined || isDoubtful(known) ? undefined : known.value;
  };
  const isOpen = (field: LearnedField) => {
    const known = choices.get(field.name);
    return (
      known === undefined ||
      isGuess(known) ||
      (field.partOfTotal === true && filled.has('total_amount') && !known.proof)
    );
  };
  const own = LEARNED_FIELDS.filter(({ types }) => types.includes(type));
  for (const kind of ['identifier', 'date', 'amount'] as const) {
    // The total may be found doubtful only in this loop, and its parts with it, so whether a field is open is decided
    // late.
    const fields = own.filter((field) => field.kind === kind);
    if (!fields.some(isOpen)) continue;
    if (countOfKind(context, kind) > MOST_CANDIDATES) continue;
    const described = describeCandidates(context, kind);
    await pause();
    const taken = new Set(kind === 'identifier' ? [...choices.values()].map(({ value }) => value) : []);
    for (const { field, ranked } of inOrder(
      fields.filter((field) => kind === 'amount' || isOpen(field)),
      described,
    )) {
      if (!isOpen(field)) continue;
      const known = choices.get(field.name);
      const possible = ranked.filter(
        ({ value, p }) =>
          ((field.mayRepeat === true && p >= REPEAT_FROM) || !taken.has(value) || value === known?.value) &&
          (!field.partOfTotal || isPartOf(value, currentValue('total_amount'))) &&
          (field.notBefore === undefined || value >= (sureValueOf(field.notBefore) ?? '')),
      );
      const choice = learnedChoice(field, possible, known);
      if (choice === undefined) continue;
      filled.set(field.name, choice);
      if (kind === 'identifier') taken.add(choice.value);
    }
  }
  return filled;
}

function countOfKind({ pages }: ResolveContext, kind: LearnedKind): number {
  let count = 0;
  for (const { candidates } of pages)
    for (const found of candidates.values()) for (const one of found) count += Number(one.kind === kind);
  return count;
}

/** True for a document with a currency and the vendor's IBAN or tax number: it is treated as a trade document. */
function isTradePaper(choices: Choices): boolean {
  return choices.has('currency') && (choices.has('vendor_iban') || choices.has('vendor_tax_id'));
}

/**
 * Fields with their candidates, best first. For numbers, the most confident field chooses first, because a number is
 * assigned to one field only; dates and amounts keep the table order, in which a field follows the fields it depends
 * on.
 */
function inOrder(
  fields: readonly LearnedField[],
  described: readonly DescribedCandidate[],
): readonly { readonly field: LearnedField; readonly ranked: readonly Ranked[] }[] {
  const all = fields.map((field) => ({ field, ranked: rank(field, described) }));
  const sureness = ({ ranked }: { readonly ranked: readonly Ranked[] }) => ranked[0]?.p ?? 0;
  return fields.every(({ kind }) => kind === 'identifier') ? all.sort((a, b) => sureness(b) - sureness(a)) : all;
}

function rank(field: LearnedField, described: readonly DescribedCandidate[]): readonly Ranked[] {
  models ??= parseModels(LEARNED_MODELS);
  const model = models[field.name];
  if (model === undefined) return [];
  const best = new Map<string, Omit<Ranked, 'p'>>();
  for (const one of described) {
    const margin = marginOf(model, one.dense, one.words);
    const known = best.get(one.value);
    if (known === undefined || margin > known.margin) best.set(one.value, { value: one.value, margin, described: one });
  }
  const values = [...best.values()].sort((a, b) => b.margin - a.margin);
  const shares = sharesOf(
    model,
    values.map(({ margin }) => margin),
  );
  return values.map((value, index) => ({ ...value, p: shares[index] ?? 0 }));
}

/** A part must be smaller than the total, if that is known. */
function isPartOf(value: string, total: string | undefined): boolean {
  return total === undefined || Math.abs(Number(value)) < Math.abs(Number(total));
}

/** The best value if it is confident enough and not already known. */
function learnedChoice(field: LearnedField, ranked: readonly Ranked[], known: Choice | undefined): Choice | undefined {
  const [first, ...rest] = ranked;
  if (first === undefined || first.p < (known === undefined ? FILL_FROM : REPLACE_FROM)) return undefined;
  const value = fieldValueOf(field, first.value);
  // A number with blanks is known in full; the candidate is its last word.
  if (value === known?.value || known?.value.endsWith(` ${value}`)) return undefined;
  return choiceOf({
    value,
    spans: [first.described.candidate],
    score: Math.min(MAX_SCORE, first.p),
    measured: first.p,
    rule: `learned:${field.name}`,
    alternatives: rest
      .slice(0, MAX_ALTERNATIVES)
      .map((other) => ({ value: other.value, confidence: Math.round(other.p * 500) / 1000 })),
  });
}
