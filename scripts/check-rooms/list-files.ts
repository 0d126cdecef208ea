import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '../server/repository.ts';

const run = promisify(execFile);

/** Files that git tracks or would add, so that build output is excluded. */
export async function listFiles(): Promise<readonly string[]> {
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: REPOSITORY,
    maxBuffer: 2 ** 26,
  });
  return stdout.split('\n').filter((path) => path !== '' && existsSync(join(REPOSITORY, path)));
}
