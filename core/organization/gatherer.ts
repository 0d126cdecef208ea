/**
 * Coalesces concurrent requests for the same work. A request during a run waits for the next run, which starts
 * afterwards and therefore sees everything the caller wrote before.
 */
export class Gatherer {
  private waiting: Promise<void> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: () => Promise<void>,
    /** Delay before a run, to collect further requests. */
    private readonly pause: () => Promise<void>,
  ) {}

  /** Resolves after a run that started after this call. @throws what the run throws */
  ask(): Promise<void> {
    this.waiting ??= this.next();
    return this.waiting;
  }

  private async next(): Promise<void> {
    // A failed run rejects only for its own callers and does not stop the next one.
    await Promise.allSettled([this.running, this.pause()]);
    this.waiting = undefined;
    this.running = this.work();
    return this.running;
  }
}
