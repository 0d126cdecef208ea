import { describe, expect, it } from 'vitest';
import { formatAge, formatDate, formatTime } from './dates.ts';

describe('formatDate', () => {
  it.each([
    ['2026-03-05', 'en-US', 'Mar 5, 2026'],
    ['2026-03-05', 'de-DE', '05.03.2026'],
    ['2024-02-29', 'en-GB', '29 Feb 2024'],
  ])('writes %s for %s as %s', (value, locale, expected) => expect(formatDate(value, locale)).toBe(expected));

  it.each(['2026-13-01', '2025-02-30', '05.03.2026', '', 'soon'])('returns %j unchanged', (value) => {
    expect(formatDate(value, 'en-US')).toBe(value);
  });
});

describe('formatTime', () => {
  it('uses the given time zone', () => {
    expect(formatTime('2026-03-05T23:30:00Z', 'en-GB', 'Asia/Tokyo')).toBe('6 Mar 2026, 08:30');
  });

  it('returns other text unchanged', () => expect(formatTime('later', 'en-GB')).toBe('later'));
});

describe('formatAge', () => {
  const now = Date.parse('2026-03-10T12:00:00Z');

  it.each([
    ['2026-03-10T11:59:30Z', 'just now'],
    ['2026-03-10T12:00:20Z', 'just now'],
    ['2026-03-10T11:57:00Z', '3 min. ago'],
    ['2026-03-10T07:59:00Z', '4 hr. ago'],
    ['2026-03-08T12:00:00Z', '2 days ago'],
  ])('formats %s as %s', (value, expected) => expect(formatAge(value, now, 'en-US')).toBe(expected));

  it('shows the date after a week', () => expect(formatAge('2026-02-01T12:00:00Z', now, 'en-US')).toBe('Feb 1, 2026'));
});
