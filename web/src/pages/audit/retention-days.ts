/** Bounds of the API, in days: a month and ten years. */
export const RETENTION_DAYS = { min: 30, max: 3653 } as const;

/** The whole number of days somebody typed; null for anything else, or out of bounds. */
export function parseRetentionDays(typed: string): number | null {
  if (!/^\d{1,4}$/.test(typed.trim())) return null;
  const days = Number(typed);
  return days >= RETENTION_DAYS.min && days <= RETENTION_DAYS.max ? days : null;
}

const DAYS_A_YEAR = 365.25;
/** From here on people count in years. */
const MANY_DAYS = 730;

/** "90 days", "2557 days (7 years)". */
export function retentionWords(days: number): string {
  return days < MANY_DAYS ? `${days} days` : `${days} days (${Math.round(days / DAYS_A_YEAR)} years)`;
}
