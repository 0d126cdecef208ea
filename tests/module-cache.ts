import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Transformed modules, by the hash of their source and the configuration: rewriting 1,600 of them takes 8 s of CPU. */
export const MODULE_CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'vitest-modules');

/** Modules of sources that have changed since are never read again; what is still needed is written anew. */
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

/** Removes cached modules that are older than two weeks, so that the folder does not grow without bound. */
export async function dropOldModules(folder = MODULE_CACHE, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    // Another run may remove it at the same time.
    const info = await stat(path).catch(() => undefined);
    if (info?.isFile() && now - info.mtimeMs > KEPT_MS) await rm(path, { force: true });
  }
}
