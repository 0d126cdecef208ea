/** Result of a check. A check without tests counts as one. */
export interface CheckOutcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown on failure. */
  readonly output: string;
}

export interface Check {
  readonly name: string;
  run(): Promise<CheckOutcome>;
}

/** Totals of all checks. */
export function sumOutcomes(outcomes: readonly CheckOutcome[]): { readonly passed: number; readonly failed: number } {
  return {
    passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
    failed: outcomes.reduce((sum, outcome) => sum + outcome.failed, 0),
  };
}
