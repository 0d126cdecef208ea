/**
 * `npm run test:faults`: fails every binding call of every operation that changes something and of a document's life
 * cycle, and kills a server; `npm test` runs a sample of it.
 */
import { runCommand } from './server/failure.ts';
import { seconds } from './server/progress.ts';
import { runTool } from './server/run-tool.ts';

const INJECTED = ['repeated-after-faults', 'operations-under-faults', 'documents-under-faults'];
/** The Workers log every injected fault: hundreds of lines that are not needed here. */
const WORKER_LOG = /^(?:\{"level":|stderr)/;

async function main(): Promise<number> {
  const files = INJECTED.map((name) => `tests/workers/${name}.test.ts`);
  const injected = await runTool('vitest', ['run', '--project', 'workers', ...files], { TEST_FAULTS: 'whole' });
  const killed = await runTool('vitest', ['run', '-c', 'vitest.platform.config.ts', 'tests/faults/kill.ts']);
  for (const { output } of [injected, killed]) {
    const lines = output.split('\n').filter((line) => line.trim() !== '' && !WORKER_LOG.test(line));
    console.log(lines.join('\n'));
  }
  const failed = injected.code !== 0 || killed.code !== 0;
  console.log(`\n${failed ? 'FAULTS FOUND' : 'no fault'} in ${seconds(injected.milliseconds + killed.milliseconds)}`);
  return failed ? 1 : 0;
}

await runCommand(main);
