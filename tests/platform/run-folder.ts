import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for this run only; removed after the last test. */
    runFolder: string;
  }
}

/** A folder for this run, so that parallel runs share no files. */
let folder: string;

export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'neocaptured-run-'));
  project.provide('runFolder', folder);
}

export const teardown = (): Promise<void> => rm(folder, { recursive: true, force: true });
