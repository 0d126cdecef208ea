import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '../server/repository.ts';
import { runTool } from '../server/run-tool.ts';
import { member } from '../start/api-client.ts';
import type { Check, CheckOutcome } from './check.ts';

/** A suite of vitest; every test counts. */
export function vitestCheck(name: string, quick: boolean, parameters: readonly string[]): Check {
  return {
    name,
    quick,
    async run() {
      const reports = join(REPOSITORY, 'test-results');
      const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
      await mkdir(reports, { recursive: true });
      await rm(report, { force: true });
      const run = await runTool('vitest', [
        'run',
        ...parameters,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]);
      return readReport(await readFile(report, 'utf8').catch(() => null), run.code, run.output);
    },
  };
}

/**
 * Counts tests of a JSON report. A suite that could not be collected, a report that is missing, and a bad exit code
 * without a failed test are failures too: silence is not success.
 */
export function readReport(json: string | null, code: number, output: string): CheckOutcome {
  if (json === null) return { passed: 0, failed: 1, output };
  const report: unknown = JSON.parse(json);
  const count = (key: string): number => {
    const value = member(report, key);
    return typeof value === 'number' ? value : 0;
  };
  const files: unknown = member(report, 'testResults');
  const broken = (Array.isArray(files) ? files : []).filter((file: unknown) => {
    const tests: unknown = member(file, 'assertionResults');
    return (
      member(file, 'status') === 'failed' &&
      (!Array.isArray(tests) || !tests.some((test) => member(test, 'status') === 'failed'))
    );
  }).length;
  const passed = count('numPassedTests');
  const failed = count('numFailedTests') + broken;
  if (failed === 0 && (code !== 0 || passed === 0)) return { passed, failed: 1, output };
  return { passed, failed, output };
}
