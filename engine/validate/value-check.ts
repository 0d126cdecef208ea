import type { Check } from '#core/domain/result';

/** A check together with the fields whose values it compares. */
export interface ValueCheck extends Check {
  /** Fields that the check contradicts if it fails. Empty if it may have failed because of a missing value. */
  readonly fields: readonly string[];
}

/** The check in its output form. */
export function plainCheck({ rule, ok, detail }: Check): Check {
  return { rule, ok, detail };
}
