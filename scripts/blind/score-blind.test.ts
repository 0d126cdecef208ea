import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sampleInvoice } from '../../tests/accuracy/sample/index.ts';
import { type BlindOptions, scoreBlind } from './score-blind.ts';

const BEFORE = '# Accuracy\n\nWritten by hand.\n';
const DEADLINE_MS = 120_000;
let folder = '';
let archive = '';
let record = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blind-test-'));
  archive = join(folder, 'some.tar.gz');
  record = join(folder, 'accuracy.md');
  const documents = join(folder, 'documents', 'letters');
  await mkdir(documents, { recursive: true });
  const { bytes, truth } = await sampleInvoice('boxed-us');
  await writeFile(join(documents, 'a.pdf'), bytes);
  await writeFile(join(documents, 'a.truth.json'), JSON.stringify({ ...truth, id: 'a', file: 'a.pdf' }));
  const packed = spawnSync('tar', ['-czf', archive, '-C', join(folder, 'documents'), '.']);
  expect(packed.status).toBe(0);
});

beforeEach(() => writeFile(record, BEFORE));
afterAll(() => rm(folder, { recursive: true }));

const blind = (given: Partial<BlindOptions> = {}) =>
  scoreBlind({
    archive,
    record,
    commit: 'aaaaaaaaaa',
    again: false,
    pool: { size: 1, deadlineMs: DEADLINE_MS, heapMb: 512 },
    today: '2030-01-02',
    ...given,
  });
const rows = async () => (await readFile(record, 'utf8')).split('\n').filter((line) => line.startsWith('| 2030'));

test('the figures of an archive are appended, one row for each kind and one for all', async () => {
  let kept = '';
  await blind({ keep: (unpacked) => (kept = unpacked) });
  expect((await readFile(record, 'utf8')).startsWith(BEFORE)).toBe(true);
  const [kind, all, ...others] = await rows();
  expect(kind).toMatch(/^\| 2030-01-02 \| aaaaaaaaaa \| some\.tar\.gz \| [0-9a-f]{16} \| no \| letters \| 1 \| [1.]/);
  expect(all).toContain('| no | all | 1 |');
  expect(others).toEqual([]);
  expect(existsSync(join(kept, 'letters', 'a.pdf'))).toBe(true);
  await rm(kept, { recursive: true });
});

test('an archive counts as blind once: later rows are marked, and the same engine is refused', async () => {
  await blind();
  const first = await readFile(record, 'utf8');
  await expect(blind()).rejects.toThrow('--again');
  expect(await readFile(record, 'utf8')).toBe(first);

  await blind({ again: true });
  await blind({ commit: 'bbbbbbbbbb' });
  const lines = await rows();
  expect(lines.map((line) => line.split(' | ')[4])).toEqual(['no', 'no', 'yes', 'yes', 'yes', 'yes']);
  expect((await readFile(record, 'utf8')).startsWith(first.slice(0, first.indexOf(lines[1] ?? '')))).toBe(true);
});

test('an archive that is none leaves the record as it was', async () => {
  const broken = join(folder, 'broken.tar.gz');
  await writeFile(broken, 'no archive');
  await expect(blind({ archive: broken })).rejects.toThrow('could not be unpacked');
  expect(await readFile(record, 'utf8')).toBe(BEFORE);
});
