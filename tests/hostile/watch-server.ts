import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createCpuClock } from '../../scripts/bench/cpu-clock.ts';

/** Between two questions; a silence is known to within this and the machine's own noise. */
const PROBE_PAUSE_MS = 10;
const MIB = 1024 * 1024;

export interface Watched {
  /**
   * The longest time without an answer of /healthz, in milliseconds, that the server itself is to blame for: no longer
   * than the CPU it used meanwhile, and less what an idle process beside it was kept waiting.
   */
  readonly silence: number;
  /** The longest the idle process was silent: the machine's own noise. */
  readonly machineSilence: number;
  /** The most memory the runtime held, in MiB. */
  readonly peakMemory: number;
}

export interface ServerWatch {
  /** Memory of the runtime now, in MiB. */
  memory(): Promise<number>;
  /** Watches until the work is done, or was given up. */
  during<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly watched: Watched }>;
  /** Ends the runtime outright: for one that answers no more. */
  killRuntime(): void;
  stop(): void;
}

/** Watches a running server from outside, beside an idle process that answers as simply as can be. */
export async function watchServer(address: string, state: string): Promise<ServerWatch> {
  const running: { readonly runtime?: readonly { readonly pid: number }[] } = JSON.parse(
    await readFile(join(state, 'running.json'), 'utf8'),
  );
  const pids = (running.runtime ?? []).map(({ pid }) => pid);
  const cpu = await createCpuClock(pids);
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

/** Asks again and again; the longest gap between two answers and the CPU the answering process used in it. */
async function probe(url: string, cpu: () => Promise<number>, goesOn: () => boolean) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let worst = { gap: 0, busy: 0 };
  try {
    let [last, used] = [performance.now(), await cpu()];
    while (goesOn()) {
      // A server that is silent to the end of the work was silent since the last answer.
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

/** A connection that breaks while the work goes on is a failure of the server. */
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
