import { AUDIT_RETENTION_DAYS } from '#core/domain/input-limits';

/** Parses a whole number of days; null for anything else, or out of bounds. */
export function parseRetentionDays(typed: string): number | null {
  if (!/^\d{1,4}$/.test(typed.trim())) return null;
  const days = Number(typed);
  return days >= AUDIT_RETENTION_DAYS.min && days <= AUDIT_RETENTION_DAYS.max ? days : null;
}

const DAYS_PER_YEAR = 365.25;
/** From this number of days on, years are shown too. */
const MANY_DAYS = 730;

/** "90 days", "2557 days (7 years)". */
export function retentionWords(days: number): string {
  return days < MANY_DAYS ? `${days} days` : `${days} days (${Math.round(days / DAYS_PER_YEAR)} years)`;
}
