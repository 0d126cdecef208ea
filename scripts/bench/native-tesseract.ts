import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { percentile } from './statistics.ts';

const RUNS = 5;
const run = promisify(execFile);

/**
 * CPU time of the installed tesseract for an image with one thread, in milliseconds, including its start (200 ms).
 * Undefined if it is not installed.
 */
export async function recogniseNatively(png: Uint8Array): Promise<number | undefined> {
  const installed = await run('tesseract', ['--version']).then(
    () => true,
    () => false,
  );
  if (!installed) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'native-tesseract-'));
  try {
    await writeFile(join(folder, 'page.png'), png);
    const sample: number[] = [];
    for (let turn = 0; turn < RUNS; turn++) {
      const script = 'TIMEFORMAT="%U %S"; time tesseract page.png words --psm 6 2>/dev/null';
      const env = { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C' };
      const { stderr } = await run('bash', ['-c', script], { cwd: folder, env });
      sample.push(
        stderr
          .trim()
          .split(' ')
          .reduce((sum, seconds) => sum + 1000 * Number(seconds), 0),
      );
    }
    return percentile(sample, 0.5);
  } finally {
    await rm(folder, { recursive: true });
  }
}
