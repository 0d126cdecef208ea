import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../../scripts/server/repository.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

const run = promisify(execFile);
const BLOCK = /^```sh test\n([\s\S]*?)^```$/gm;

interface Example {
  readonly name: string;
  readonly script: string;
}

/** Every block marked `sh test` in README.md and docs/. */
async function readExamples(): Promise<readonly Example[]> {
  const pages = [
    'README.md',
    ...(await readdir(join(REPOSITORY, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
  ];
  const texts = await Promise.all(pages.map((page) => readFile(join(REPOSITORY, page), 'utf8')));
  return texts.flatMap((text, index) =>
    [...text.matchAll(BLOCK)].map(([, script = ''], at) => ({ name: `${pages[index]}, example ${at + 1}`, script })),
  );
}

const examples = await readExamples();
let state: Awaited<ReturnType<typeof temporaryState>>;
let server: ServerProcess;

beforeAll(async () => {
  state = await temporaryState();
  server = await startServer(state.folder);
});

afterAll(async () => {
  await server?.stop();
  await state?.remove();
});

describe('the examples in the documentation', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)('$name runs as printed', async ({ script }) => {
    // The pages use the default folder; this server has its own folder and port.
    expect(script).not.toContain('localhost');
    const here = script.replaceAll('.state/', `${state.folder}/`);
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', here], { cwd: REPOSITORY, timeout: 240_000 });
    expect(stdout).not.toContain('"code"');
    expect(stdout.trim()).not.toBe('');
  });

  it('and the line that the start prints run as they are', async () => {
    const line = /^\s+(curl .*)$/m.exec(server.output())?.[1] ?? '';
    const { stdout } = await run('bash', ['-c', line], { cwd: REPOSITORY, timeout: 240_000 });
    expect(JSON.parse(stdout)).toMatchObject({ result: { schema: 'neocaptured/result/1' } });
  });
});
