import type { Result } from '#core/contract/result';
import { likelyAlternatives } from '../document/state-reason.ts';
import { followUps } from './follow-ups.ts';
import type { Stop } from './stops.ts';

/** A value that a number key takes. */
export interface Choice {
  readonly value: string;
  /** How it was found: "Also on the page · 12 %", or what it follows from. */
  readonly from: string | null;
  readonly confidence: number | null;
}

/** As many as number keys are given to them. */
const MAX_CHOICES = 4;

/** What follows from the other values first: it closes a sum. Then the other readings, the likeliest first. */
export function choicesOf(result: Pick<Result, 'fields' | 'line_items'>, { target, value }: Stop): readonly Choice[] {
  if (target === null) return [];
  const derived = followUps(result, target).map(({ value: each, from }) => ({ value: each, from, confidence: null }));
  const read = likelyAlternatives(value ?? { alternatives: [] }).map((each) => ({ ...each, from: null }));
  const seen = new Set([value?.value]);
  return [...derived, ...read]
    .filter((choice) => !seen.has(choice.value) && seen.add(choice.value))
    .slice(0, MAX_CHOICES);
}
