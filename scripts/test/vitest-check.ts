import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { REPOSITORY } from '../server/repository.ts';
import { runTool } from '../server/run-tool.ts';
import { member } from '../start/api-client.ts';
import type { Check, CheckOutcome } from './check.ts';

/** A vitest suite as a check; every test is counted. `variables` are added to its environment. */
export function vitestCheck(
  name: string,
  parameters: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Check {
  return {
    name,
    async run() {
      const reports = join(REPOSITORY, 'test-results');
      const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
      await mkdir(reports, { recursive: true });
      await rm(report, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const run = await runTool('vitest', ['run', ...parameters, ...reporters], variables);
      return readReport(await readFile(report, 'utf8').catch(() => null), run.code, run.output);
    },
  };
}

/**
 * Counts the tests of a JSON report. A suite that could not be collected, a missing report, and a non-zero exit code
 * without a failed test are failures too. If the report names the failed tests, only those are shown; otherwise the
 * tool's whole output.
 */
export function readReport(json: string | null, code: number, output: string): CheckOutcome {
  if (json === null) return { passed: 0, failed: 1, output };
  const report: unknown = JSON.parse(json);
  const failures = list(member(report, 'testResults')).flatMap(failuresOf);
  const passed = member(report, 'numPassedTests');
  const outcome = { passed: typeof passed === 'number' ? passed : 0, failed: failures.length };
  if (failures.length > 0) return { ...outcome, output: failures.join('\n\n') };
  if (code !== 0 || outcome.passed === 0) return { ...outcome, failed: 1, output };
  return { ...outcome, output };
}

/** The failed tests of one file, or the file itself if it could not be loaded: name first, then the messages. */
function failuresOf(file: unknown): string[] {
  const path = relative(REPOSITORY, text(member(file, 'name')));
  const tests = list(member(file, 'assertionResults')).filter((test) => member(test, 'status') === 'failed');
  if (tests.length === 0) {
    return member(file, 'status') === 'failed' ? [`${path}\n${text(member(file, 'message'))}`] : [];
  }
  return tests.map((test) => {
    const messages = list(member(test, 'failureMessages')).map(text);
    return [`${path} > ${text(member(test, 'fullName'))}`, ...messages].join('\n');
  });
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
