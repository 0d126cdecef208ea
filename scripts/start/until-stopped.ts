/** How often to look whether npm is still there. */
const PARENT_CHECK_MILLISECONDS = 1_000;

/**
 * Resolves when the command should end: Ctrl-C, SIGTERM, SIGHUP, or the end of the npm process that started it (killed
 * outright, npm passes no signal on, and the server would hold the port without an owner).
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      resolve();
    }, PARENT_CHECK_MILLISECONDS);
    timer.unref();
  });
}
