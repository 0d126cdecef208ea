import { describe, expect, it } from 'vitest';
import { readReport } from './vitest-check.ts';

const report = (numPassedTests: number, numFailedTests: number, testResults: readonly unknown[] = []): string =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults });

describe('a report', () => {
  it('counts what passed and what failed', () => {
    expect(readReport(report(7, 2), 1, '')).toMatchObject({ passed: 7, failed: 2 });
  });

  it.each([
    ['is missing', null, 0],
    ['ran nothing', report(0, 0), 0],
    ['passed but the tool failed', report(3, 0), 1],
    ['holds a file that could not be loaded', report(3, 0, [{ status: 'failed', assertionResults: [] }]), 1],
  ])('that %s is a failure', (_name, json, code) => {
    expect(readReport(json, code, '').failed).toBe(1);
  });
});
