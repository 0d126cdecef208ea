import type { Choice } from '../base/choice.ts';

/** Rules that choose without a label: the largest amount, the first unclaimed date. */
const GUESSES: ReadonlySet<string> = new Set(['largest_amount', 'date:unlabelled']);
/** Below this score a label or sum may belong to another value. */
const FAINT = 0.55;

/** True when a learned scorer may overrule the choice: it has no check and only weak evidence. */
export function isDoubtful(choice: Choice): boolean {
  if (choice.proof || choice.checks.length > 0) return false;
  return GUESSES.has(choice.rule) || choice.score < FAINT;
}
