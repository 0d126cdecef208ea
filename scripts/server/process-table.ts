import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemErrorCode } from './failure.ts';

/** One process of this machine. `started` makes the pair (pid, started) unique, because process ids are reused. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

const run = promisify(execFile);

async function ps(columns: string, ...selection: readonly string[]): Promise<string> {
  try {
    return (await run('ps', [...selection, '-o', columns])).stdout;
  } catch (error) {
    // The tool is missing (bare container) or there is no match.
    if (systemErrorCode(error) === 'ENOENT' || (error instanceof Error && 'stdout' in error)) return '';
    throw error;
  }
}

/** Fields of /proc/PID/stat from the state on: state, parent (2nd), …, start in clock ticks (20th). */
async function procFields(pid: number): Promise<readonly string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name in brackets before them may contain any character.
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Process ids from the parent upwards, as far as the system reports them. */
export async function ancestors(pid: number, count: number): Promise<readonly number[]> {
  const found: number[] = [];
  for (let current = pid; found.length < count && current > 1; ) {
    const parent =
      process.platform === 'linux'
        ? (await procFields(current))?.[1]
        : (await ps('ppid=', '-p', String(current))).trim();
    current = Number(parent ?? 0);
    if (current > 0) found.push(current);
  }
  return found;
}

/** The identity of a living process, or null. Linux is read from /proc, other systems through `ps`. */
export async function identify(pid: number): Promise<ProcessIdentity | null> {
  if (process.platform === 'linux') {
    const fields = await procFields(pid);
    const started = fields?.[19];
    return started === undefined || fields?.[0] === 'Z' ? null : { pid, started };
  }
  const started = (await ps('lstart=', '-p', String(pid))).trim();
  return started === '' ? null : { pid, started };
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identify(identity.pid))?.started === identity.started;
}

/** Process ids of direct children that run workerd. */
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

/** All descendants of a process, as far as the system reports them. */
export async function descendants(pid: number): Promise<readonly ProcessIdentity[]> {
  const pairs = (await ps('pid=,ppid=', '-A')).split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  // The list grows during the iteration.
  for (const parent of found) for (const [child = 0, of] of pairs) if (of === parent && child > 0) found.push(child);
  const identities = await Promise.all(found.slice(1).map(identify));
  return identities.filter((identity) => identity !== null);
}
