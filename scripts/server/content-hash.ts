import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * SHA-256 (hex) over names and contents of files and folders below `root`, without tests: equal hashes mean that an
 * earlier build is still up to date. A missing path counts as empty.
 */
export async function contentHash(root: string, paths: readonly string[], salt: string): Promise<string> {
  const files = (await Promise.all(paths.map((path) => listFiles(root, path)))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256').update(salt);
  for (const [index, file] of files.entries()) {
    const content = contents[index];
    if (!content) continue;
    hash.update(`\0${file}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest('hex');
}

async function listFiles(root: string, path: string): Promise<readonly string[]> {
  const info = await stat(join(root, path)).catch(() => null);
  if (!info) return [];
  if (info.isFile()) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
