import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWorkers } from '../../scripts/server/build-workers.ts';

/** Cloudflare's limit, uncompressed (Workers limits, 2026-09-04). */
const WORKER_BYTES = 64 * 2 ** 20;

test('both Workers are small enough to be deployed', async () => {
  const { workers } = await buildWorkers();
  for (const { name, folder } of workers) {
    const uploaded = (await readdir(folder)).filter((file) => !/\.map$|^README/.test(file));
    const sizes = await Promise.all(uploaded.map(async (file) => (await stat(join(folder, file))).size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(bytes, name).toBeGreaterThan(0);
    expect(bytes, name).toBeLessThan(WORKER_BYTES);
  }
});
