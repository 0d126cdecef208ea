import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '../server/repository.ts';

const run = promisify(execFile);

/** Source that is written from other files and not in git. */
const GENERATED = ['engine/languages/all.generated.ts'];

/** Files that git tracks or would add, so that build output is excluded, and the generated source. */
export async function listFiles(): Promise<readonly string[]> {
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: REPOSITORY,
    maxBuffer: 2 ** 26,
  });
  return [...stdout.split('\n'), ...GENERATED].filter((path) => path !== '' && existsSync(join(REPOSITORY, path)));
}
