export const POSTPONE_CHOICES = [
  { key: 'tomorrow', label: 'Tomorrow morning' },
  { key: 'hours', label: 'In three hours' },
  { key: 'week', label: 'Next Monday' },
] as const;

/** When work starts, in the person's own time. */
const MORNING_HOUR = 8;

/** The time at which a postponed document comes back. */
export function postponeUntil(choice: string, now: Date): Date {
  const until = new Date(now);
  if (choice === 'hours') {
    until.setHours(until.getHours() + 3);
    return until;
  }
  const days = choice === 'week' ? (8 - until.getDay()) % 7 || 7 : 1;
  until.setDate(until.getDate() + days);
  until.setHours(MORNING_HOUR, 0, 0, 0);
  return until;
}
