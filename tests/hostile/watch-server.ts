import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createMainThreadClock } from '../../scripts/bench/cpu-clock.ts';

/** Interval between two polls; silences are measured to within this and the machine's own noise. */
const PROBE_PAUSE_MS = 10;
const MIB = 1024 * 1024;

export interface Watched {
  /**
   * The longest time without a response of /healthz that is caused by the server itself, in milliseconds: minus the
   * delay of an idle reference process, and at most the CPU time of the runtime's main thread meanwhile.
   */
  readonly silence: number;
  /** The longest silence of the idle process: the machine's own noise. */
  readonly machineSilence: number;
  /** Peak memory of the runtime, in MiB. */
  readonly peakMemory: number;
}

export interface ServerWatch {
  /** Current memory of the runtime, in MiB. */
  memory(): Promise<number>;
  /** Watches until the work is done or aborted. */
  during<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly watched: Watched }>;
  /** Kills a runtime that no longer responds. */
  killRuntime(): void;
  stop(): void;
}

/** Monitors a running server from outside, next to an idle process with a minimal HTTP server. */
export async function watchServer(address: string, state: string): Promise<ServerWatch> {
  const running: { readonly runtime?: readonly { readonly pid: number }[] } = JSON.parse(
    await readFile(join(state, 'running.json'), 'utf8'),
  );
  const pids = (running.runtime ?? []).map(({ pid }) => pid);
  const cpu = createMainThreadClock(pids);
  const control = await startControl();
  const memory = async () => (await Promise.all(pids.map(residentMiB))).reduce((sum, each) => sum + each, 0);
  return {
    memory,
    stop: () => void control.stop(),
    killRuntime: () => {
      for (const pid of pids) process.kill(pid, 'SIGKILL');
    },
    async during(work) {
      let running = true;
      let peakMemory = await memory();
      const sampleMemory = async () => {
        while (running) {
          peakMemory = Math.max(peakMemory, await memory());
          await delay(PROBE_PAUSE_MS);
        }
      };
      const idle = probe(
        control.address,
        async () => Number.POSITIVE_INFINITY,
        () => running,
      );
      const served = probe(`${address}/healthz`, cpu, () => running);
      const sampling = sampleMemory();
      try {
        const value = await work();
        running = false;
        const [machine, own] = await Promise.all([idle, served, sampling]);
        return {
          value,
          watched: {
            silence: Math.max(0, Math.min(own.gap - machine.gap, own.busy)),
            machineSilence: machine.gap,
            peakMemory,
          },
        };
      } finally {
        running = false;
      }
    },
  };
}

/** Polls; returns the longest gap between two responses and the CPU time of the server's main thread in it. */
async function probe(url: string, cpu: () => Promise<number>, goesOn: () => boolean) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let worst = { gap: 0, busy: 0 };
  try {
    let [last, used] = [performance.now(), await cpu()];
    while (goesOn()) {
      // For a server that is silent until the end of the work, the silence began with the last response.
      await Promise.race([ask(url, agent).catch(ignoreWhenOver(goesOn)), untilOver(goesOn)]);
      const [now, usedNow] = [performance.now(), await cpu()];
      const gap = now - last;
      if (gap > worst.gap) worst = { gap, busy: Math.min(gap, usedNow - used) };
      [last, used] = [now, usedNow];
      await delay(PROBE_PAUSE_MS);
    }
  } finally {
    agent.destroy();
  }
  return worst;
}

/** A connection that breaks during the work is a failure of the server. */
const ignoreWhenOver = (goesOn: () => boolean) => (error: unknown) => {
  if (goesOn()) throw error;
};

async function untilOver(goesOn: () => boolean): Promise<void> {
  while (goesOn()) await delay(PROBE_PAUSE_MS);
}

function ask(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.once('end', () => resolve());
    }).once('error', reject);
  });
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return (Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024) / MIB;
}

const CONTROL = `require('node:http').createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});`;

function startControl(): Promise<{ readonly address: string; stop(): void }> {
  const child = spawn(process.execPath, ['-e', CONTROL], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the idle process ended with ${code}`)));
    child.stdout.once('data', (port: Buffer) => {
      resolve({ address: `http://127.0.0.1:${port.toString('utf8').trim()}/`, stop: () => void child.kill() });
    });
  });
}
