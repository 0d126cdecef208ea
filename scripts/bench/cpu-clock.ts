import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const ticksPerSecond = (): number => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/**
 * CPU time (user and system) of processes since their start, in milliseconds. Linux only: other systems report it in
 * whole seconds. Unlike wall time it hardly depends on other load on the machine.
 */
export async function createCpuClock(pids: readonly number[]): Promise<() => Promise<number>> {
  const ticks = ticksPerSecond();
  return async () => {
    const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8')));
    const used = stats.map((stat) => {
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(fields[11]) + Number(fields[12]);
    });
    return (used.reduce((sum, value) => sum + value, 0) * 1000) / ticks;
  };
}

/**
 * CPU time of the main threads of processes in milliseconds, to the nanosecond. In workerd the main thread runs every
 * Worker, so its time is the time in which no other request is served; V8's helper threads (collection, compilation)
 * run beside it and are left out. Linux only.
 */
export function createMainThreadClock(pids: readonly number[]): () => Promise<number> {
  return async () => {
    const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8')));
    return stats.reduce((sum, stat) => sum + Number(stat.split(' ')[0]), 0) / 1_000_000;
  };
}
