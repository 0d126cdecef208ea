/**
 * `npm run test:properties -- [--seed N]`: runs the property tests with new values and prints how to repeat the run.
 */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './server/failure.ts';
import { REPOSITORY } from './server/repository.ts';
import { runTool } from './server/run-tool.ts';

const ROOMS = '{core,worker,queue-consumer,engine,web,scripts,training,tests}/**/*.test.{ts,tsx}';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { seed: { type: 'string' } } });
  const seed = values.seed ?? String(Math.trunc(Date.now() / 1000) % 2 ** 31);
  const files: string[] = [];
  for await (const file of glob(ROOMS, { cwd: REPOSITORY })) {
    if ((await readFile(join(REPOSITORY, file), 'utf8')).includes("from 'fast-check'")) files.push(file);
  }
  const run = await runTool('vitest', ['run', ...files.toSorted()], { PROPERTY_SEED: seed });
  console.log(run.output.trim());
  console.log(`\nthe same values again: npm run test:properties -- --seed ${seed}`);
  return run.code;
}

await runCommand(main);
