import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleInvoice } from '../tests/accuracy/sample/index.ts';

const SCRIPT = fileURLToPath(new URL('./extract.ts', import.meta.url));
const START_MS = 300_000;
let folder = '';
let total: string | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'));
  const sample = await sampleInvoice('boxed-us');
  total = sample.truth.fields['total_amount'];
  await writeFile(join(folder, 'a.pdf'), sample.bytes);
  await writeFile(join(folder, 'b.pdf'), '%PDF-1.7\nno document at all');
});

afterAll(() => rm(folder, { recursive: true }));

function extract(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

test(
  'one file gives its result as JSON',
  async () => {
    const { code, stdout } = await extract(join(folder, 'a.pdf'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).fields.total_amount.value).toBe(total);
  },
  START_MS,
);

test(
  'one file that cannot be read ends with 1, a code and a sentence, and no stack trace',
  async () => {
    const { code, stdout, stderr } = await extract(join(folder, 'b.pdf'), '--json');
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error.code).toMatch(/^[a-z_]+$/);
    expect(error.message).not.toBe('');
    expect(stdout + stderr).not.toMatch(/\n\s+at /);
  },
  START_MS,
);

test(
  'a folder gives one line for each file, read or not',
  async () => {
    const { code, stdout } = await extract(folder);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.map((line) => 'result' in line)).toEqual([true, false]);
  },
  START_MS,
);

test(
  'an unknown type is refused',
  async () => {
    const { code, stderr } = await extract(join(folder, 'a.pdf'), '--type', 'poem');
    expect(code).toBe(2);
    expect(stderr).toContain('unknown type poem');
  },
  START_MS,
);
