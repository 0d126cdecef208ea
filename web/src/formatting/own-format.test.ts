import { afterEach, expect, it } from 'vitest';
import { formatDate, formatTime } from './dates.ts';
import { setOwnFormat } from './own-format.ts';

afterEach(() => setOwnFormat(null, null));

it('dates and times use the format of the person', () => {
  setOwnFormat('de-CH', 'Asia/Tokyo');
  expect(formatDate('2026-03-05')).toBe('05.03.2026');
  expect(formatTime('2026-03-05T23:30:00Z')).toBe('06.03.2026, 08:30');
  setOwnFormat('en-GB', 'Europe/London');
  expect(formatTime('2026-03-05T23:30:00Z')).toBe('5 Mar 2026, 23:30');
});

it('unknown locales and time zones fall back to those of the browser', () => {
  setOwnFormat('xx-YY', 'Mars/Olympus');
  expect(formatTime('2026-03-05T23:30:00Z')).toBe(formatTime('2026-03-05T23:30:00Z', '', ''));
});
