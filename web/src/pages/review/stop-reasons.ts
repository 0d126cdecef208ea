import type { Result } from '#core/contract/result';
import { formatShare } from '../../formatting/sizes.ts';
import { checkDetail, describeCheck } from '../../wording/describe-check.ts';
import { choicesOf } from './choices.ts';
import type { Stop } from './stops.ts';

type Check = Result['checks'][number];

/** The checks about a value: those that name its field. Cells have none. */
export function checksAbout({ target }: Pick<Stop, 'target'>, checks: readonly Check[]): readonly Check[] {
  if (target?.kind !== 'field') return [];
  const { name } = target;
  return checks.filter(({ rule, fields = [] }) => fields.includes(name) || rule.endsWith(`:${name}`));
}

/** Why a reviewer has to look at it, in one line. */
export function reasonOf(stop: Stop, result: Pick<Result, 'fields' | 'line_items' | 'checks'>): string {
  switch (stop.kind) {
    case 'missing':
      return 'Expected on this kind of document, but not found';
    case 'check':
      return stop.check === null ? '' : checkDetail(stop.check.detail, stop.check.ok);
    case 'value': {
      const failed = checksAbout(stop, result.checks).find(({ ok }) => !ok);
      if (failed) return describeCheck(failed.rule, false);
      if (stop.value === null || stop.value.state !== 'needs_review') return '';
      const share = `${formatShare(stop.value.confidence)} sure`;
      const others = choicesOf(result, stop).length;
      if (others > 0) return `${share}; ${others === 1 ? 'another value is' : `${others} other values are`} possible`;
      return stop.value.checks.length === 0 ? `${share}; no check confirms it` : share;
    }
  }
}
