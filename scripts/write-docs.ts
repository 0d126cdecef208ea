/** `npm run docs`: writes the pages of docs/ that are generated from tables in the code. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { runCommand } from './server/failure.ts';
import { REPOSITORY } from './server/repository.ts';

async function main(): Promise<number> {
  // Loaded through vite, because some of the Workers' modules use TypeScript that Node alone does not run.
  const { module } = await runnerImport<typeof import('./write-docs/generated-pages.ts')>(
    join(import.meta.dirname, 'write-docs', 'generated-pages.ts'),
    { configFile: false, root: REPOSITORY },
  );
  for (const [path, page] of module.generatedPages()) {
    await writeFile(join(REPOSITORY, path), page);
    console.log(path);
  }
  return 0;
}

await runCommand(main);
