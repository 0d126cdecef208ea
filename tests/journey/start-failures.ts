import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../../scripts/server/repository.ts';
import { findFreePort } from '../platform/free-port.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

let state: Awaited<ReturnType<typeof temporaryState>>;
let server: ServerProcess;

/** Only a hang reaches this. */
const HANGS_MS = 240_000;

interface Ending {
  readonly code: unknown;
  readonly complaint: string;
}

/** Starts a server that is expected to fail. Returns its exit code and standard error output. */
function refusedStart(
  parameters: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ending> {
  const command = [join(REPOSITORY, 'scripts', 'run.mjs'), 'scripts/start.ts', '--no-open', ...parameters];
  return new Promise((resolve) => {
    const options = { cwd: REPOSITORY, env: { ...process.env, ...variables }, timeout: HANGS_MS };
    execFile(process.execPath, command, options, (error, _stdout, stderr) => {
      resolve({ code: error?.code ?? 0, complaint: stderr.trim() });
    });
  });
}

beforeAll(async () => {
  state = await temporaryState();
  server = await startServer(state.folder);
});

afterAll(async () => {
  await server?.stop();
  await state?.remove();
});

describe('a start that cannot be', () => {
  it('on a taken port says so in one line', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const elsewhere = await temporaryState();
    try {
      const { code, complaint } = await refusedStart(['--state', elsewhere.folder, '--port', String(port)]);
      expect(code).toBe(1);
      expect(complaint).toBe(`Port ${port} is already in use on 127.0.0.1. Choose another one with --port N.`);
    } finally {
      blocker.close();
      await elsewhere.remove();
    }
  });

  it('on a folder in use names the server that uses it, and leaves it alone', async () => {
    const { code, complaint } = await refusedStart(['--state', state.folder, '--port', '0']);
    expect(code).toBe(1);
    expect(complaint).toContain(`is in use by the server at ${server.address}`);
    expect(complaint.split('\n')).toHaveLength(1);
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  it.each([
    ['a state folder that is a file', ['--state', join(REPOSITORY, 'package.json')], {}, /is not a folder/],
    [
      'a setting that is no number',
      ['--port', '0'],
      { RATE_LIMIT_REQUESTS: 'many' },
      /^RATE_LIMIT_REQUESTS must be a whole number/,
    ],
    [
      'a misspelt kind of deployment',
      ['--port', '0'],
      { ENVIRONMENT: 'prod' },
      /^ENVIRONMENT must be one of production, /,
    ],
    [
      'a weak key',
      ['--port', '0'],
      { JWT_KEYS: '[{"kid":"a","secret":"c2hvcnQ"}]' },
      /^JWT_KEYS has a secret of fewer/,
    ],
    ['a port that is no port', ['--port', '70000'], {}, /^--port wants a number/],
  ])('with %s says so in one line', async (_name, parameters, variables, expected) => {
    const elsewhere = await temporaryState();
    try {
      const { code, complaint } = await refusedStart(['--state', elsewhere.folder, ...parameters], variables);
      expect(code).toBe(1);
      expect(complaint).toMatch(expected);
      expect(complaint.split('\n')).toHaveLength(1);
    } finally {
      await elsewhere.remove();
    }
  });
});

it('a start that is asked whether it is ready all the while logs no error, and answers once it is', async () => {
  const fresh = await temporaryState();
  const port = await findFreePort();
  let started: ServerProcess | undefined;
  let isOver = false;
  const statuses: number[] = [];
  const ask = async (): Promise<void> => {
    while (!isOver) {
      // Nobody listens on the port at first.
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (answer) statuses.push(answer.status);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  try {
    const asking = ask();
    started = await startServer(fresh.folder, {}, port);
    isOver = true;
    await asking;
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(started.output()).not.toMatch(/"level":"(?:error|warn)"/);
  } finally {
    isOver = true;
    await started?.stop();
    await fresh.remove();
  }
});
