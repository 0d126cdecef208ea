/** `npm run test:matrix`: every operation of the API × every kind of caller; `npm test` runs a sample of it. */
import { runCommand } from './server/failure.ts';
import { seconds } from './server/progress.ts';
import { runTool } from './server/run-tool.ts';

async function main(): Promise<number> {
  const run = await runTool('vitest', ['run', '--project', 'workers', 'tests/workers/matrix.test.ts'], {
    TEST_MATRIX: 'whole',
  });
  console.log(run.output.trim());
  console.log(`\n${run.code === 0 ? 'no deviation' : 'DEVIATIONS'} in ${seconds(run.milliseconds)}`);
  return run.code;
}

await runCommand(main);
