import { expect, it } from 'vitest';
import { POSTPONE_CHOICES, postponeUntil } from './postpone-times.ts';

const days = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 86_400_000);

it.each(Array.from({ length: 7 }, (_, day) => new Date(2026, 4, 4 + day, 15, 30)))(
  'a postponed document comes back later, in the morning (%s)',
  (now) => {
    for (const { key } of POSTPONE_CHOICES) expect(postponeUntil(key, now).getTime()).toBeGreaterThan(now.getTime());
    const monday = postponeUntil('week', now);
    expect([monday.getDay(), monday.getHours()]).toEqual([1, 8]);
    expect(days(now, monday)).toBeLessThanOrEqual(7);
    expect(postponeUntil('tomorrow', now).getDate()).toBe(new Date(2026, 4, now.getDate() + 1).getDate());
    expect(postponeUntil('hours', now).getTime() - now.getTime()).toBe(3 * 3_600_000);
  },
);
