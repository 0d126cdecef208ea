import type { LabelRole } from '../../candidates/labels.ts';
import type { Link } from '../../candidates/links.ts';
import type { Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';

/**
 * Labels under which a document number is repeated: beside its title, and as the reference to quote with the payment.
 */
const QUOTED_UNDER: readonly LabelRole[] = ['invoice_number', 'payment_reference'];
/** Minimum link weight for a label to count as a separate position. */
const PLACE_WEIGHT = 0.4;
/** Minimum score of the choice's own label. */
const PROOF_SCORE = 0.88;
/** Shorter numbers appear at two positions by chance. */
const LEAST_SIGNS = 5;

/**
 * Proves a document number that appears at two positions of one page under different phrases, if no other number has a
 * label of the same strength. In recognised text both positions may be misread alike and prove nothing.
 */
export function confirmByRepetition(choices: Choices, context: ResolveContext): void {
  const choice = choices.get('invoice_number');
  if (choice === undefined || choice.proof || choice.ambiguous || choice.score < PROOF_SCORE) return;
  if (choice.value.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_SIGNS) return;
  const wanted = signs(choice.value);
  const own: Link[] = [];
  for (const role of QUOTED_UNDER) {
    for (const link of context.links.get(role) ?? []) {
      const { candidate } = link;
      if (candidate.kind !== 'identifier' || linkWeight(link) < PLACE_WEIGHT || isRecognised(link)) continue;
      if (signs(candidate.value) === wanted) own.push(link);
      // Another number with an equally strong label leaves doubt.
      else if (role === 'invoice_number' && linkWeight(link) >= PROOF_SCORE) return;
    }
  }
  const phrases = new Set(own.map((link) => link.label.phrase));
  const lines = new Set(own.map(({ candidate: { segment } }) => `${segment.page}:${segment.line}`));
  if (phrases.size < 2 || lines.size < 2) return;
  choices.set('invoice_number', {
    ...choice,
    checks: ['repeated:invoice_number'],
    proof: true,
    spans: uniqueSpans(own),
  });
}

function signs(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

function isRecognised({ candidate }: Link): boolean {
  return candidate.segment.words.some((word) => word.confidence !== undefined);
}

function uniqueSpans(links: readonly Link[]) {
  const bySegment = new Map(links.map(({ candidate }) => [candidate.segment, candidate]));
  return [...bySegment.values()].slice(0, 3);
}
