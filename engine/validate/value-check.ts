import type { Check } from '#core/domain/result';

/** A check together with the fields whose values it compares. */
export interface ValueCheck extends Check {
  /** Fields that the check contradicts if it fails. Empty if it may have failed because of a missing value. */
  readonly fields: readonly string[];
}

/** The check in its output form; without fields if it concerns none. */
export function plainCheck({ rule, ok, detail, fields }: Check): Check {
  return fields === undefined || fields.length === 0 ? { rule, ok, detail } : { rule, ok, detail, fields };
}
