import type { Check } from '#core/domain/result';

/** A check together with the fields whose values it compares. */
export interface ValueCheck extends Check {
  /** Fields that the check contradicts when it fails. Empty where it may have failed for want of a value. */
  readonly fields: readonly string[];
}

/** The check as it is given out. */
export function plainCheck({ rule, ok, detail }: Check): Check {
  return { rule, ok, detail };
}
