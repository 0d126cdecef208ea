import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemErrorCode } from './failure.ts';

/** One process of this machine. `started` makes the pair (pid, started) unique: process ids are given out again. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

const run = promisify(execFile);

async function ps(columns: string, ...selection: readonly string[]): Promise<string> {
  try {
    return (await run('ps', [...selection, '-o', columns])).stdout;
  } catch (error) {
    // Without the tool (a bare container) or without a match there is nothing to tell.
    if (systemErrorCode(error) === 'ENOENT' || (error instanceof Error && 'stdout' in error)) return '';
    throw error;
  }
}

/** The identity of a living process, or null. Linux is read from /proc, other systems through `ps`. */
export async function identify(pid: number): Promise<ProcessIdentity | null> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    // The name in brackets may hold anything; after it come state (1st) and, as the 20th, the start in clock ticks.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    const started = fields?.[19];
    return started === undefined || fields?.[0] === 'Z' ? null : { pid, started };
  }
  const started = (await ps('lstart=', '-p', String(pid))).trim();
  return started === '' ? null : { pid, started };
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identify(identity.pid))?.started === identity.started;
}

/** Process ids of the direct children that are workerd. */
export async function workerdChildren(parent: number): Promise<readonly number[]> {
  if (process.platform === 'linux') {
    const threads = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8').catch(() => null);
    if (threads !== null) {
      const pids = threads.split(' ').filter(Boolean).map(Number);
      const names = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')));
      return pids.filter((_pid, index) => names[index]?.trim() === 'workerd');
    }
  }
  return (await ps('pid=,ppid=,comm=', '-A'))
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, ppid, name]) => ppid === String(parent) && name?.endsWith('workerd'))
    .map(([pid]) => Number(pid));
}
