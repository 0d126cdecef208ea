import type { LabelRole } from '../../candidates/labels.ts';
import type { Link } from '../../candidates/links.ts';
import type { Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';

/** Where the number of a document is printed again: beside its title and where it is to be quoted with the payment. */
const QUOTED_UNDER: readonly LabelRole[] = ['invoice_number', 'payment_reference'];
/** A label must lead to the number at least this clearly to count as a place of its own. */
const PLACE_WEIGHT = 0.4;
/** The label of the choice itself. */
const PROOF_SCORE = 0.88;
/** Shorter numbers stand at two places by chance. */
const LEAST_SIGNS = 5;

/**
 * A document number that stands at two places of one page under different phrases, with no other number under a label
 * of the same strength, is proved. Read from a picture both places are misread alike, and prove nothing.
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
      // Another number that is as clearly this document's leaves a doubt.
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
