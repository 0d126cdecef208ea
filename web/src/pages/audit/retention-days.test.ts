import { describe, expect, it } from 'vitest';
import { parseRetentionDays, retentionWords } from './retention-days.ts';

describe('parseRetentionDays', () => {
  it.each([
    [' 90 ', 90],
    ['30', 30],
    ['3653', 3653],
    ['29', null],
    ['3654', null],
    ['', null],
    ['1e3', null],
    ['-90', null],
    ['90.5', null],
  ])('parses %j as %j', (typed, days) => expect(parseRetentionDays(typed)).toBe(days));
});

it('two years and more are shown in years too', () => {
  expect(retentionWords(90)).toBe('90 days');
  expect(retentionWords(2557)).toBe('2557 days (7 years)');
});
