import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dropOldModules } from './module-cache.ts';

const DAY_SECONDS = 24 * 60 * 60;

test('cached modules are removed after two weeks, newer ones stay', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'modules-'));
  try {
    const now = 2_000_000_000;
    for (const days of [0, 13, 15, 100]) {
      const path = join(folder, `written-${days}-days-ago`);
      await writeFile(path, 'code');
      await utimes(path, now - days * DAY_SECONDS, now - days * DAY_SECONDS);
    }
    await dropOldModules(folder, now * 1000);
    expect((await readdir(folder)).sort()).toEqual(['written-0-days-ago', 'written-13-days-ago']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a folder that does not exist yet is no failure', async () => {
  await expect(dropOldModules(join(tmpdir(), 'no-such-folder'))).resolves.toBeUndefined();
});
