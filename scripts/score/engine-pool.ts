import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EngineReply, EngineRequest } from './run-engine-child.ts';

/** Outcome of one document: a reply, or how the process that read it ended. */
export type PoolOutcome =
  | ({ readonly kind: 'replied' } & EngineReply)
  | { readonly kind: 'crashed' | 'hung'; readonly detail: string };

export interface PoolOptions {
  /** Number of parallel processes. */
  readonly size: number;
  /** Deadline; a document that takes longer is aborted and counted as hung. */
  readonly deadlineMs: number;
  /** Heap limit of each process in megabytes. */
  readonly heapMb: number;
}

/** Deadline and heap of one document, as the robustness set demands them; two documents at a time. */
export const SCORE_POOL: PoolOptions = { size: 2, deadlineMs: 60_000, heapMb: 2048 };

const CHILD = fileURLToPath(new URL('./run-engine-child.ts', import.meta.url));
/** Length of stored error output, enough to identify the cause of a crash. */
const STDERR_TAIL = 400;

/** Runs requests in order on a pool of child processes; calls back in the order they finish. */
export async function runPool<T extends EngineRequest>(
  requests: readonly T[],
  options: PoolOptions,
  finished: (request: T, outcome: PoolOutcome) => void,
): Promise<void> {
  const queue = [...requests];
  const work = async () => {
    let child: ChildProcess | undefined;
    for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
      child = child?.connected ? child : startChild(options.heapMb);
      const outcome = await runOne(child, request, options.deadlineMs);
      if (outcome.kind !== 'replied') child = undefined;
      finished(request, outcome);
    }
    child?.kill();
  };
  await Promise.all(Array.from({ length: Math.min(options.size, requests.length) }, work));
}

function startChild(heapMb: number): ChildProcess {
  return fork(CHILD, { execArgv: [`--max-old-space-size=${heapMb}`], serialization: 'advanced', silent: true });
}

function runOne(child: ChildProcess, request: EngineRequest, deadlineMs: number): Promise<PoolOutcome> {
  return new Promise((resolve) => {
    let errors = '';
    const keepTail = (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-STDERR_TAIL);
    };
    const settle = (outcome: PoolOutcome) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      child.stderr?.off('data', keepTail);
      resolve(outcome);
    };
    const onMessage = (reply: EngineReply) => settle({ kind: 'replied', ...reply });
    const onExit = (code: number | null, signal: string | null) =>
      settle({ kind: 'crashed', detail: `exit ${code ?? signal}: ${errors.trim()}` });
    const timer = setTimeout(() => {
      settle({ kind: 'hung', detail: `no answer in ${deadlineMs} ms` });
      child.kill('SIGKILL');
    }, deadlineMs);
    child.stderr?.on('data', keepTail);
    child.stdout?.resume();
    child.on('message', onMessage).on('exit', onExit);
    child.send({ file: request.file, ...(request.goldWords !== undefined && { goldWords: request.goldWords }) });
  });
}
