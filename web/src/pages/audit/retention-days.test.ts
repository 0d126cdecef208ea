import { describe, expect, it } from 'vitest';
import { auditRetentionBodySchema } from '#core/contract/audit';
import { parseRetentionDays, RETENTION_DAYS, retentionWords } from './retention-days.ts';

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
  ])('%j is %j', (typed, days) => expect(parseRetentionDays(typed)).toBe(days));

  it('has the bounds of the API', () => {
    const takes = (days: number) => auditRetentionBodySchema.safeParse({ days }).success;
    expect([takes(RETENTION_DAYS.min), takes(RETENTION_DAYS.max)]).toEqual([true, true]);
    expect([takes(RETENTION_DAYS.min - 1), takes(RETENTION_DAYS.max + 1)]).toEqual([false, false]);
  });
});

it('a long time is told in years too', () => {
  expect(retentionWords(90)).toBe('90 days');
  expect(retentionWords(2557)).toBe('2557 days (7 years)');
});
