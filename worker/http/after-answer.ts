import type { Logger } from '#core/platform/log';

/** How long work waits for a client to take its answer, in milliseconds: one that never reads must not hold it up. */
const PATIENCE_MS = 5_000;

/**
 * Work of one request that begins once its answer was sent, so that neither what it does nor how long it takes shows
 * in the time of the answer. Use it for whatever depends on an account that the caller has not proved to be theirs.
 */
export class AfterAnswer {
  readonly #work: (() => Promise<unknown>)[] = [];

  add(work: () => Promise<unknown>): void {
    this.#work.push(work);
  }

  /** The same answer, sent before the work begins. Answers without work are left as they are. */
  async follow(
    response: Response,
    execution: { waitUntil(work: Promise<unknown>): void },
    log: Logger,
  ): Promise<Response> {
    if (this.#work.length === 0) return response;
    if (response.body === null) {
      // There is nothing to read: the work begins in the next turn of the event loop, when the headers are on their way.
      execution.waitUntil(this.#run(scheduler.wait(0), log));
      return response;
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    // The writer is done when the other end has read the last byte.
    const { readable, writable } = new FixedLengthStream(bytes.byteLength);
    execution.waitUntil(this.#run(send(writable, bytes), log));
    return new Response(readable, response);
  }

  async #run(sent: Promise<void>, log: Logger): Promise<void> {
    await Promise.race([sent, scheduler.wait(PATIENCE_MS)]).catch((error: unknown) =>
      log.warn('the client left before its answer was sent', { reason: String(error) }),
    );
    const results = await Promise.allSettled(this.#work.map((work) => work()));
    for (const result of results) {
      if (result.status === 'rejected') log.error('work after the answer failed', result.reason);
    }
  }
}

async function send(writable: WritableStream<Uint8Array>, bytes: Uint8Array): Promise<void> {
  const writer = writable.getWriter();
  await writer.write(bytes);
  await writer.close();
}
