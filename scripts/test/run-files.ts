import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { OFFLINE_VARIABLES, REPOSITORY } from '../server/repository.ts';
import type { SuiteRun } from './choose-suites.ts';

/** Runs vitest interactively in this terminal. Returns its exit code. */
export function runSuite({ parameters, files }: SuiteRun, watch: boolean): Promise<number> {
  const command = [watch ? 'watch' : 'run', ...parameters, ...files];
  const child = spawn(join(REPOSITORY, 'node_modules', '.bin', 'vitest'), command, {
    cwd: REPOSITORY,
    env: { ...process.env, ...OFFLINE_VARIABLES },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
