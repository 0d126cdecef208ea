import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../server/repository.ts';
import { readReport } from './vitest-check.ts';

const report = (numPassedTests: number, testResults: readonly unknown[] = []): string =>
  JSON.stringify({ numPassedTests, testResults });

const failedTest = (fullName: string) => ({ status: 'failed', fullName, failureMessages: ['expected 1 to be 2'] });

describe('a report', () => {
  it('counts what passed and what failed', () => {
    const file = { status: 'failed', assertionResults: [failedTest('a'), { status: 'passed' }, failedTest('b')] };
    expect(readReport(report(7, [file]), 1, '')).toMatchObject({ passed: 7, failed: 2 });
  });

  it('says what failed and why, and nothing of what passed', () => {
    const file = {
      name: join(REPOSITORY, 'core/x.test.ts'),
      status: 'failed',
      assertionResults: [failedTest('sums close'), { status: 'passed', fullName: 'rows add up' }],
    };
    expect(readReport(report(1, [file]), 1, 'pages of output').output).toBe(
      'core/x.test.ts > sums close\nexpected 1 to be 2',
    );
  });

  it.each([
    ['is missing', null, 0],
    ['ran nothing', report(0), 0],
    ['passed but the tool failed', report(3), 1],
    ['holds a file that could not be loaded', report(3, [{ status: 'failed', assertionResults: [] }]), 1],
  ])('that %s is a failure', (_name, json, code) => {
    expect(readReport(json, code, '').failed).toBe(1);
  });
});
