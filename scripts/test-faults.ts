/**
 * `npm run test:faults`: fails every binding call of every operation that changes something and of a document's life
 * cycle, and kills a
 * server; `npm test` runs a sample of it. Prints what each operation answered, and a summary last.
 */
import { runCommand } from './server/failure.ts';
import { seconds } from './server/progress.ts';
import type { Check } from './test/check.ts';
import { vitestCheck } from './test/vitest-check.ts';

const INJECTED = ['repeated-after-faults', 'operations-under-faults', 'documents-under-faults'];
const FILES = INJECTED.map((name) => `tests/workers/${name}.test.ts`);

const PARTS: readonly Check[] = [
  // One run of all three, because the start of workerd takes longer than many of their tests.
  vitestCheck('injected faults', ['--project', 'workers', ...FILES], { TEST_FAULTS: 'whole' }),
  vitestCheck('killed server', ['-c', 'vitest.platform.config.ts', 'tests/faults/kill.ts']),
];

/** Lines of the tables that the tests print; everything else is the log of the Workers, hundreds of lines. */
const TABLE_LINE = /: \d+ faults$|^ {2}\S.* × \d+$/;
const NAME_WIDTH = 18;

async function main(): Promise<number> {
  const summary: string[] = [];
  let failures = 0;
  for (const part of PARTS) {
    console.log(`running: ${part.name}`);
    const started = performance.now();
    const { passed, failed, output } = await part.run();
    failures += failed;
    const tables = output.split('\n').filter((line) => TABLE_LINE.test(line));
    console.log(failed > 0 ? output.trim() : tables.join('\n'));
    const faults = tables.reduce((sum, line) => sum + Number(/: (\d+) faults$/.exec(line)?.[1] ?? 0), 0);
    const counts = [`${passed} passed`, `${failed} failed`, ...(faults > 0 ? [`${faults} faults injected`] : [])];
    const time = seconds(performance.now() - started).padStart(9);
    summary.push(
      `  ${failed === 0 ? 'ok    ' : 'FAILED'}  ${part.name.padEnd(NAME_WIDTH)}${time}  ${counts.join(', ')}`,
    );
  }
  console.log(`\n${summary.join('\n')}\n${failures === 0 ? 'no fault found' : 'FAULTS FOUND'}`);
  return failures === 0 ? 0 : 1;
}

await runCommand(main);
