import { ancestors } from '../server/process-table.ts';

/** Interval of the check that npm is still running. */
const PARENT_CHECK_MILLISECONDS = 2_000;
/** npm starts a shell, and the shell starts this process. */
const WATCHED_ANCESTORS = 2;

/**
 * Resolves when the command should end: Ctrl-C, SIGTERM, SIGHUP, or the end of the npm process that started it (a
 * killed npm passes no signal on, and the server would keep the port).
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.env['npm_lifecycle_event'] !== undefined) watchNpm(resolve);
  });
}

function watchNpm(onEnd: () => void): void {
  const first = ancestors(process.pid, WATCHED_ANCESTORS);
  const timer = setInterval(async () => {
    const [before, now] = await Promise.all([first, ancestors(process.pid, WATCHED_ANCESTORS)]);
    if (before.join() === now.join()) return;
    clearInterval(timer);
    onEnd();
  }, PARENT_CHECK_MILLISECONDS);
  timer.unref();
}
