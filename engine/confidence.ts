import type { FieldState, FieldValue } from '#core/domain/result';
import { spanBox, spanText } from './layout/lines.ts';
import type { Choice } from './resolve/choice.ts';

/** From here on a value with an independent check is proved. */
export const PROVED_FROM = 0.98;
/** From here on a value that reads clearly is supported. */
export const SUPPORTED_FROM = 0.9;

/** Fields that no check on the page can prove: names and addresses are read, not computed. */
const NEVER_PROVED = /_(?:name|address)$|^payment_terms$/;

/**
 * Probability of a choice: the score of its reading, drawn towards 1 by an independent check and capped where two
 * readings remain. The numbers are set by hand until they are fitted to results.
 */
export function probabilityOf(choice: Choice): number {
  if (choice.ambiguous) return Math.min(choice.score, 0.6);
  const base = Math.min(0.97, choice.score >= 0.75 ? 0.9 + (choice.score - 0.75) * 0.28 : choice.score * 1.15);
  if (choice.proof) return Math.max(0.985, base);
  return choice.checks.length > 0 ? Math.min(0.97, base + 0.02) : base;
}

export function stateOf(field: string, choice: Choice, probability: number): FieldState {
  if (choice.ambiguous) return 'needs_review';
  if (choice.proof && probability >= PROVED_FROM && !NEVER_PROVED.test(field)) return 'proved';
  return probability >= SUPPORTED_FROM ? 'supported' : 'needs_review';
}

/** The wire form of a choice, with exact word boxes. */
export function toFieldValue(field: string, choice: Choice): FieldValue {
  const probability = probabilityOf(choice);
  const capped = NEVER_PROVED.test(field) ? Math.min(probability, 0.97) : probability;
  return {
    value: choice.value,
    confidence: Math.round(capped * 1000) / 1000,
    state: stateOf(field, choice, capped),
    evidence: choice.spans.map((span) => ({
      page: span.segment.page,
      box: spanBox(span),
      text: spanText(span),
    })),
    checks: choice.checks,
    alternatives: choice.alternatives,
    rule: choice.rule,
  };
}
