/**
 * Does a piece of work once for everybody who asks before it begins. Whoever asks while it runs waits for the next run,
 * which begins after it: what they wrote before asking is seen for certain.
 */
export class Gatherer {
  private waiting: Promise<void> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: () => Promise<void>,
    /** Pause before a run, in which more may ask. */
    private readonly pause: () => Promise<void>,
  ) {}

  /** Resolves after a run that began after this call. @throws what the run throws */
  ask(): Promise<void> {
    this.waiting ??= this.next();
    return this.waiting;
  }

  private async next(): Promise<void> {
    // A failed run is told to those who waited for it; it does not stop the next one.
    await Promise.allSettled([this.running, this.pause()]);
    this.waiting = undefined;
    this.running = this.work();
    return this.running;
  }
}
