import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from './content-hash.ts';
import { CommandFailure } from './failure.ts';
import { REPOSITORY } from './repository.ts';
import { runTool } from './run-tool.ts';

const SOURCES = ['web', 'core/contract', 'core/domain', 'package-lock.json', 'scripts/server/build-web.ts'];

export const WEB_FOLDER = join(REPOSITORY, 'dist', 'web');
/** Outside the folder, because everything inside it is served. */
const STAMP = join(REPOSITORY, 'dist', 'web.hash');

/** Builds the web application into dist/web unless it is up to date. Returns true if it was built. */
export async function buildWeb(): Promise<boolean> {
  const hash = await contentHash(REPOSITORY, SOURCES, 'web/1');
  const built = await stat(join(WEB_FOLDER, 'index.html')).catch(() => null);
  const stamp = await readFile(STAMP, 'utf8').catch(() => null);
  if (built && stamp === hash) return false;
  const run = await runTool('vite', ['build', '-c', 'web/vite.config.ts', '--logLevel', 'warn'], {
    NODE_ENV: 'production',
  });
  if (run.code !== 0)
    throw new CommandFailure(`${run.output.trim()}\n\nThe web application does not build, see above.`);
  await mkdir(join(REPOSITORY, 'dist'), { recursive: true });
  await writeFile(STAMP, hash);
  return true;
}
