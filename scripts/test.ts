/** `npm test`: everything that can be checked, to the end, with the sum as the last line. `--quick` is the daily loop. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './server/failure.ts';
import { seconds } from './server/progress.ts';
import { REPOSITORY } from './server/repository.ts';
import { type Check, type CheckOutcome, sumOutcomes } from './test/check.ts';
import { migrationCheck } from './test/migration-check.ts';
import { TOOL_CHECKS } from './test/tool-checks.ts';
import { vitestCheck } from './test/vitest-check.ts';

const CHECKS: readonly Check[] = [
  ...TOOL_CHECKS,
  migrationCheck,
  vitestCheck('tests in node', true, ['--project', 'node']),
  vitestCheck('tests in workerd', true, ['--project', 'workers']),
  vitestCheck('whole platform', false, ['-c', 'vitest.platform.config.ts']),
];

const NAME_WIDTH = 18;

async function runCheck(check: Check): Promise<CheckOutcome> {
  try {
    return await check.run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  await mkdir(join(REPOSITORY, 'dist'), { recursive: true });
  const outcomes: CheckOutcome[] = [];
  const failures: string[] = [];
  for (const check of CHECKS.filter(({ quick }) => quick || !values.quick)) {
    const started = performance.now();
    const outcome = await runCheck(check);
    outcomes.push(outcome);
    const mark = outcome.failed === 0 ? 'ok    ' : 'FAILED';
    const counts = outcome.failed === 0 ? `${outcome.passed}` : `${outcome.passed} passed, ${outcome.failed} failed`;
    console.log(
      `  ${mark}  ${check.name.padEnd(NAME_WIDTH)}${seconds(performance.now() - started).padStart(9)}  ${counts}`,
    );
    if (outcome.failed > 0) failures.push(`\n── ${check.name} ${'─'.repeat(60)}\n${outcome.output.trim()}`);
  }
  for (const failure of failures) console.log(failure);
  const { passed, failed } = sumOutcomes(outcomes);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await runCommand(main);
