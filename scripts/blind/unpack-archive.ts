import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function sha256Of(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** Unpacks a gzipped tar archive into a new temporary folder. The caller deletes the folder. */
export async function unpackArchive(archive: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'blind-'));
  const done = spawnSync('tar', ['-xzf', archive, '-C', folder], { encoding: 'utf8' });
  if (done.error || done.status !== 0) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${archive} could not be unpacked: ${done.error?.message ?? done.stderr.trim()}`);
  }
  return folder;
}
