/** What a person did with one document. */
export interface ReviewedDocument {
  readonly id: string;
  readonly name: string;
  readonly outcome: 'approved' | 'rejected' | 'postponed';
  readonly milliseconds: number;
  readonly keys: number;
}

export interface SessionSummary {
  readonly approved: number;
  readonly rejected: number;
  readonly postponed: number;
  readonly medianSeconds: number | null;
  readonly medianKeys: number | null;
}

/** Of an even number of values the mean of the two in the middle; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Postponed documents are counted, but their time says nothing about reviewing. */
export function summarize(reviewed: readonly ReviewedDocument[]): SessionSummary {
  const count = (wanted: ReviewedDocument['outcome']) => reviewed.filter(({ outcome }) => outcome === wanted).length;
  const decided = reviewed.filter(({ outcome }) => outcome !== 'postponed');
  const milliseconds = median(decided.map((each) => each.milliseconds));
  return {
    approved: count('approved'),
    rejected: count('rejected'),
    postponed: count('postponed'),
    medianSeconds: milliseconds === null ? null : Math.round(milliseconds / 100) / 10,
    medianKeys: median(decided.map(({ keys }) => keys)),
  };
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

/** Whether a key press counts as one: modifiers count with the key they modify. */
export function countsAsKey({ key, repeat }: { readonly key: string; readonly repeat: boolean }): boolean {
  return !MODIFIERS.has(key) && !repeat;
}
