import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '../server/repository.ts';
import { runTool } from '../server/run-tool.ts';
import type { Check } from './check.ts';

/**
 * Checks that the migrations create exactly the tables of core/db/schema: drizzle-kit, run on a copy of the folder,
 * must not generate another migration.
 */
export const migrationCheck: Check = {
  name: 'migrations',
  async run() {
    // Inside the repository, because drizzle-kit resolves its folder relative to the working directory.
    const copy = await mkdtemp(join(REPOSITORY, 'dist', 'migrations-'));
    try {
      await cp(join(REPOSITORY, 'migrations'), copy, { recursive: true });
      const before = await readdir(copy);
      const run = await runTool('drizzle-kit', [
        'generate',
        '--dialect=sqlite',
        '--schema=./core/db/schema/*.ts',
        `--out=./${copy.slice(REPOSITORY.length + 1)}`,
        '--name=drift',
      ]);
      const added = (await readdir(copy)).filter((name) => !before.includes(name));
      if (run.code === 0 && added.length === 0) return { passed: 1, failed: 0, output: '' };
      const reason =
        added.length > 0
          ? 'The schema has changes without a migration: run npx drizzle-kit generate.'
          : 'drizzle-kit failed.';
      return { passed: 0, failed: 1, output: `${run.output}\n${reason}` };
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  },
};
