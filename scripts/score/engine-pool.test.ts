import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleInvoice } from '../../tests/accuracy/sample/index.ts';
import { type PoolOutcome, runPool } from './engine-pool.ts';

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-pool-'));
  file = join(folder, 'sample.pdf');
  await writeFile(file, (await sampleInvoice('till-us')).bytes);
});

afterAll(() => rm(folder, { recursive: true }));

/** Only a hang reaches this. */
const HANGS_MS = 240_000;

async function run(files: readonly string[], deadlineMs: number): Promise<readonly PoolOutcome['kind'][]> {
  const kinds = new Map<string, PoolOutcome['kind']>();
  const requests = files.map((path) => ({ file: path }));
  await runPool(requests, { size: 1, deadlineMs, heapMb: 256 }, (request, outcome) => {
    kinds.set(request.file, outcome.kind);
  });
  return files.map((path) => kinds.get(path) ?? 'crashed');
}

test('a process that dies is reported, and the documents after it are still read', async () => {
  expect(await run([join(folder, 'missing.pdf'), file], HANGS_MS)).toEqual(['crashed', 'replied']);
});

test('a document that takes too long is ended and reported', async () => {
  expect(await run([file], 1)).toEqual(['hung']);
});
