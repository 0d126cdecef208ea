import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandFailure } from './failure.ts';
import { identify, isAlive, type ProcessIdentity } from './process-table.ts';

/** Record of a running server in its state folder, so that the next start detects other users of the data. */
interface RunningServer {
  readonly server: ProcessIdentity;
  readonly runtime: readonly ProcessIdentity[];
  readonly address: string;
}

const recordPath = (stateFolder: string): string => join(stateFolder, 'running.json');

/**
 * Makes sure that no other process uses this state folder. Fails if a server still runs there; ends a runtime whose
 * server was killed, because it would keep writing to the same files.
 */
export async function claimState(stateFolder: string): Promise<void> {
  const record = await readRecord(stateFolder);
  if (!record) return;
  if (record.server.pid !== process.pid && (await isAlive(record.server))) {
    throw new CommandFailure(
      `${stateFolder} is in use by the server at ${record.address} (process ${record.server.pid}). Stop it first, or choose another folder with --state DIR and another port with --port N.`,
    );
  }
  for (const runtime of record.runtime) {
    if (!(await isAlive(runtime))) continue;
    process.kill(runtime.pid, 'SIGKILL');
    while (await isAlive(runtime)) await delay(20);
  }
  await rm(recordPath(stateFolder), { force: true });
}

/** The address of the server of this state folder, or null if none runs. */
export async function runningAddress(stateFolder: string): Promise<string | null> {
  const record = await readRecord(stateFolder);
  return record !== null && (await isAlive(record.server)) ? record.address : null;
}

/** Records this server. Call the returned function on an orderly stop. */
export async function recordServer(
  stateFolder: string,
  address: string,
  runtimePids: readonly number[],
): Promise<() => Promise<void>> {
  const server = await identify(process.pid);
  const runtime = (await Promise.all(runtimePids.map(identify))).filter((identity) => identity !== null);
  const record = { server: server ?? { pid: process.pid, started: '' }, runtime, address } satisfies RunningServer;
  await writeFile(recordPath(stateFolder), JSON.stringify(record));
  const guard = guardRuntime(runtimePids);
  return async () => {
    guard();
    await rm(recordPath(stateFolder), { force: true });
  };
}

/**
 * Starts a shell that waits for the end of a pipe held only by this process. If this process is killed, the pipe closes
 * and the shell ends the runtime, which would otherwise keep running. Returns a function that dismisses the shell.
 */
function guardRuntime(runtimePids: readonly number[]): () => void {
  if (process.platform === 'win32' || runtimePids.length === 0) return () => undefined;
  const script = `read -r word; [ "$word" = dismissed ] || kill -KILL ${runtimePids.join(' ')}`;
  const guard = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  return () => void guard.stdin.end('dismissed\n');
}

async function readRecord(stateFolder: string): Promise<RunningServer | null> {
  const text = await readFile(recordPath(stateFolder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const record: RunningServer = JSON.parse(text);
    return typeof record.server?.pid === 'number' && Array.isArray(record.runtime) ? record : null;
  } catch (error) {
    // Ignores a record truncated by a kill during the write; its server is gone.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
