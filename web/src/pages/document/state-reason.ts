import type { Result } from '#core/contract/result';
import type { FieldValue } from '#core/domain/result';
import { formatShare } from '../../formatting/sizes.ts';
import { FIELD_STATE_WORDS } from '../../wording/field-states.ts';
import type { ValueSpot } from './value-spots.ts';

type Check = Result['checks'][number];

/**
 * The checks that speak against this value: those that do not hold and name its field after the colon of their rule.
 * A check about a line item names the column only, not the row, so a cell has none.
 */
export function checksAgainst(
  { name, place }: Pick<ValueSpot, 'name' | 'place'>,
  checks: readonly Check[],
): readonly Check[] {
  if (place.kind !== 'field') return [];
  return checks.filter(({ rule, ok }) => !ok && rule.endsWith(`:${name}`));
}

/** Probability from which another value is worth a look; below it the list would be noise ("0 %"). */
const LEAST_ALTERNATIVE = 0.05;

/** What the value could be instead, as far as it is likely at all. */
export function likelyAlternatives({ alternatives }: Pick<FieldValue, 'alternatives'>): FieldValue['alternatives'] {
  return alternatives.filter(({ confidence }) => confidence >= LEAST_ALTERNATIVE);
}

/** Why a value has its state, as a sentence that fits this value. */
export function stateReason({ field }: Pick<ValueSpot, 'field'>, against: readonly Check[]): string {
  if (against.length > 0) return 'A check of this value does not hold: a person should look at it.';
  if (field.state !== 'needs_review') return FIELD_STATE_WORDS[field.state].meaning;
  const sure = `Only ${formatShare(field.confidence)} sure`;
  if (likelyAlternatives(field).length > 0)
    return `${sure}, and another value may be meant: a person should look at it.`;
  const unproved = field.checks.length === 0 ? ', and no check holds it' : '';
  return `${sure}${unproved}: a person should look at it.`;
}
