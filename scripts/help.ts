/** `npm run help`: prints the commands. `--check` compares the list with package.json. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS, compareCommands } from './help/commands.ts';
import { runCommand } from './server/failure.ts';
import { REPOSITORY } from './server/repository.ts';

async function main(): Promise<number> {
  if (process.argv.includes('--check')) {
    const { scripts }: { readonly scripts: Readonly<Record<string, unknown>> } = JSON.parse(
      await readFile(join(REPOSITORY, 'package.json'), 'utf8'),
    );
    const differences = compareCommands(scripts);
    for (const difference of differences) console.error(difference);
    return differences.length === 0 ? 0 : 1;
  }
  const shown = (name: string): string => (name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`);
  const width = Math.max(...Object.keys(COMMANDS).map((name) => shown(name).length));
  for (const [name, meaning] of Object.entries(COMMANDS)) console.log(`${shown(name).padEnd(width)}  ${meaning}`);
  return 0;
}

await runCommand(main);
