import type { Alternative } from '#core/domain/result';
import type { Span } from '../../layout/lines.ts';
import type { Signal } from './signals.ts';

/** A value chosen for a field, before confidence and state are given. */
export interface Choice {
  readonly value: string;
  /** Where it is printed; several when it is printed more than once or over several lines. */
  readonly spans: readonly Span[];
  /** Strength of the reading alone, in [0, 1]. */
  readonly score: number;
  readonly rule: string;
  /** Measured probability of a value that was chosen without a label; it replaces the probability of the score. */
  readonly measured?: number;
  readonly alternatives: readonly Alternative[];
  /** Names of the checks that support it. */
  readonly checks: readonly string[];
  /** An independent check holds and no other reading passes it: the value may be `proved`. */
  readonly proof: boolean;
  /** Two readings remain and nothing on the page decides: never more than `needs_review`. */
  readonly ambiguous: boolean;
  /** Something on the page contradicts it: never more than `needs_review`, regardless of supporting evidence. */
  readonly doubted?: true;
  /** Contradictions at the value; each lowers the probability of an unproved value. */
  readonly signals?: readonly Signal[];
}

export type Choices = Map<string, Choice>;

type Given = Pick<Choice, 'value' | 'spans' | 'score' | 'rule'> & Partial<Choice>;

/** A choice as given; by default without alternatives, checks and proof, and with one reading. */
export function choiceOf(given: Given): Choice {
  return { alternatives: [], checks: [], proof: false, ambiguous: false, ...given };
}

/** Maximum number of runners-up kept, by score. */
export const MAX_ALTERNATIVES = 4;
