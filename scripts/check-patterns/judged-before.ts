import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '../server/repository.ts';
import type { Pattern } from './find-patterns.ts';
import type { Growth } from './judge-pattern.ts';

/** Raise it when the way of judging changes. */
const METHOD = 4;
const FILE = join(REPOSITORY, 'dist', 'judged-patterns.json');

/** Verdicts of earlier runs, by pattern; analysing the slowest takes seconds. */
export async function readJudged(): Promise<Map<string, Growth>> {
  const text = await readFile(FILE, 'utf8').catch(() => '{}');
  const stored: Readonly<Record<string, Growth>> = JSON.parse(text);
  return new Map(Object.entries(stored));
}

export async function writeJudged(judged: ReadonlyMap<string, Growth>): Promise<void> {
  await mkdir(join(REPOSITORY, 'dist'), { recursive: true });
  await writeFile(FILE, JSON.stringify(Object.fromEntries(judged)));
}

export function keyOf({ source, flags }: Pattern): string {
  return createHash('sha256').update(`${METHOD}/${source}/${flags}`).digest('base64url').slice(0, 22);
}
