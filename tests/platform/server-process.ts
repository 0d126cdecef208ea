import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { descendants, identify } from '../../scripts/server/process-table.ts';
import { REPOSITORY } from '../../scripts/server/repository.ts';

/** Time-out: long enough for a first build on a very busy machine. */
const START_MILLISECONDS = 540_000;

/**
 * Limits that a slow or a very fast machine would reach. Without them a request that is read at once could answer 202,
 * a provider could seem to be down, and a test that polls many documents could be refused.
 */
const PACELESS = {
  SYNC_BUDGET_MILLISECONDS: '180000',
  PROVIDER_TIMEOUT_MILLISECONDS: '120000',
  REFRESH_GRACE_SECONDS: '300',
  RATE_LIMIT_REQUESTS: '1000000',
};

/** `npm start` as a process of its own, so that a test can kill it. */
export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  /** Its output so far. */
  output(): string;
  /** Stops it and waits. Returns the exit code. */
  stop(): Promise<number | null>;
  /** Kills it with SIGKILL, like a power failure, and waits until it is gone. */
  kill(): Promise<void>;
}

/** A state folder that is removed after the tests. */
export async function temporaryState(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'neocaptured-test-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Starts the server (port 0: any free port) and waits for its address. Rejects with its output if it exits before that.
 */
export function startServer(
  state: string,
  variables: Readonly<Record<string, string>> = {},
  port = 0,
): Promise<ServerProcess> {
  const parameters = [
    join(REPOSITORY, 'scripts', 'run.mjs'),
    'scripts/start.ts',
    '--state',
    state,
    '--port',
    String(port),
    '--no-open',
  ];
  const { npm_lifecycle_event: _event, ENVIRONMENT: _environment, ...environment } = process.env;
  const child = spawn(process.execPath, parameters, {
    cwd: REPOSITORY,
    env: { ...environment, ...PACELESS, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void killWithRuntime(child);
      reject(new Error(`the server did not start within ${START_MILLISECONDS} ms:\n${output}`));
    }, START_MILLISECONDS);
    const listen = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const address = /^Open\s+(\S+)$/m.exec(output)?.[1];
      // "Stop" is the last line of the start message, printed once everything is ready.
      if (address === undefined || !/^Stop\s/m.test(output)) return;
      clearTimeout(timer);
      resolve({
        address,
        pid: child.pid ?? 0,
        output: () => output,
        stop: () => end(child, 'SIGTERM', ended),
        kill: async () => void (await end(child, 'SIGKILL', ended)),
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${code}:\n${output}`));
    });
  });
}

/** A killed process cannot end its workerd, and before the start has finished no record names it. */
async function killWithRuntime(child: ChildProcess): Promise<void> {
  const family = await descendants(child.pid ?? 0);
  child.kill('SIGKILL');
  for (const { pid, started } of family) if ((await identify(pid))?.started === started) process.kill(pid, 'SIGKILL');
}

function end(
  child: ChildProcess,
  signal: 'SIGTERM' | 'SIGKILL',
  ended: Promise<number | null>,
): Promise<number | null> {
  child.kill(signal);
  return ended;
}
