import type { Choice } from '../base/choice.ts';

/** Rules that chose without a label: the largest amount, the first date that nothing claims. */
const GUESSES: ReadonlySet<string> = new Set(['largest_amount', 'date:unlabelled']);
/** A label or a sum that speaks this faintly may be another value's. */
const FAINT = 0.55;

/** A choice that a scorer may overrule: nothing checks it, and what led to it says little. */
export function isDoubtful(choice: Choice): boolean {
  if (choice.proof || choice.checks.length > 0) return false;
  return GUESSES.has(choice.rule) || choice.score < FAINT;
}
