/**
 * `npm test`: runs all checks to the end and prints the totals last. `--quick` is the daily loop; named files run in
 * their own suite only, and `--watch` reruns what a change affects.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dropOldModules } from '../tests/module-cache.ts';
import { CommandFailure, runCommand } from './server/failure.ts';
import { seconds } from './server/progress.ts';
import { REPOSITORY } from './server/repository.ts';
import { type Check, type CheckOutcome, sumOutcomes } from './test/check.ts';
import { chooseSuites, type SuiteRun } from './test/choose-suites.ts';
import { migrationCheck } from './test/migration-check.ts';
import { runSuite } from './test/run-files.ts';
import { TOOL_CHECKS } from './test/tool-checks.ts';
import { vitestCheck } from './test/vitest-check.ts';

/** The longest first, so that no core is idle at the end. */
const EVERYTHING: readonly Check[] = [
  vitestCheck('tests in workerd', ['--project', 'workers']),
  vitestCheck('tests in node', ['--project', 'node*']),
  vitestCheck('whole platform', ['-c', 'vitest.platform.config.ts']),
  ...TOOL_CHECKS,
  migrationCheck,
];

/** The daily loop: the unit tests beside the code. */
const QUICK: readonly Check[] = [
  vitestCheck('units in node', ['--project', 'node*'], { TEST_SLOW: 'no' }),
  vitestCheck('units in workerd', ['--project', 'workers'], { TEST_SLOW: 'no' }),
  ...TOOL_CHECKS,
  migrationCheck,
];

/** Number of parallel checks. Most use one core at a time, and two suites fit into 8 GB of memory. */
const LANES = 2;
const NAME_WIDTH = 18;

async function runCheck(check: Check): Promise<CheckOutcome> {
  try {
    return await check.run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.watch || positionals.length > 0) return runChosen(positionals, values.watch);
  return runAll(values.quick ? QUICK : EVERYTHING);
}

/** npm runs scripts in the repository; INIT_CWD is the folder where the command was entered. */
async function runChosen(files: readonly string[], watch: boolean): Promise<number> {
  const runs = chooseSuites(files, process.env['INIT_CWD']);
  if (watch) return runSuite(runs.length === 1 && runs[0] ? runs[0] : watchedTogether(runs, files), watch);
  let worst = 0;
  for (const run of runs) worst = Math.max(worst, await runSuite(run, watch));
  return worst;
}

/** Node and workerd share a configuration, so one run watches both; the whole platform has its own. */
function watchedTogether(runs: readonly SuiteRun[], files: readonly string[]): SuiteRun {
  if (runs.some(({ parameters }) => parameters.includes('-c')))
    throw new CommandFailure('Tests of the whole platform are watched by themselves: leave the other files out.');
  return { parameters: [], files };
}

async function runAll(checks: readonly Check[]): Promise<number> {
  await mkdir(join(REPOSITORY, 'dist'), { recursive: true });
  await dropOldModules();
  const outcomes: CheckOutcome[] = [];
  const failures: string[] = [];
  const waiting = [...checks];
  const runNext = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = performance.now();
      const outcome = await runCheck(check);
      outcomes.push(outcome);
      console.log(describeOutcome(check, outcome, performance.now() - started));
      if (outcome.failed > 0) failures.push(`\n── ${check.name} ${'─'.repeat(60)}\n${outcome.output.trim()}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, runNext));
  for (const failure of failures) console.log(failure);
  const { passed, failed } = sumOutcomes(outcomes);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function describeOutcome({ name }: Check, { passed, failed }: CheckOutcome, milliseconds: number): string {
  const mark = failed === 0 ? 'ok    ' : 'FAILED';
  const counts = failed === 0 ? `${passed}` : `${passed} passed, ${failed} failed`;
  return `  ${mark}  ${name.padEnd(NAME_WIDTH)}${seconds(milliseconds).padStart(9)}  ${counts}`;
}

await runCommand(main);
