import type { Result } from '#core/contract/result';
import type { FieldValue } from '#core/domain/result';
import { formatShare } from '../../formatting/sizes.ts';
import { FIELD_STATE_WORDS } from '../../wording/field-states.ts';
import type { ValueSpot } from './value-spots.ts';

type Check = Result['checks'][number];

/**
 * The failed checks about this value: those that name its field after the colon of their rule. Checks of line items name
 * only the column, not the row, so cells have none.
 */
export function checksAgainst(
  { name, place }: Pick<ValueSpot, 'name' | 'place'>,
  checks: readonly Check[],
): readonly Check[] {
  if (place.kind !== 'field') return [];
  return checks.filter(({ rule, ok }) => !ok && rule.endsWith(`:${name}`));
}

/** Minimum probability of an alternative to be shown. */
const MIN_ALTERNATIVE = 0.05;

/** The alternatives that are likely enough to show. */
export function likelyAlternatives({ alternatives }: Pick<FieldValue, 'alternatives'>): FieldValue['alternatives'] {
  return alternatives.filter(({ confidence }) => confidence >= MIN_ALTERNATIVE);
}

/** Explains the state of a value. */
export function stateReason({ field }: Pick<ValueSpot, 'field'>, against: readonly Check[]): string {
  if (against.length > 0) return 'A check of this value failed. Please review it.';
  if (field.state !== 'needs_review') return FIELD_STATE_WORDS[field.state].meaning;
  const confidence = `Confidence is only ${formatShare(field.confidence)}`;
  if (likelyAlternatives(field).length > 0) return `${confidence}, and another value is possible. Please review it.`;
  const unchecked = field.checks.length === 0 ? ', and no check confirms it' : '';
  return `${confidence}${unchecked}. Please review it.`;
}
