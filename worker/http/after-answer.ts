import { describeError } from '#core/platform/describe-error';
import type { Logger } from '#core/platform/log';

/**
 * Maximum wait for a client to read the response, in milliseconds. A client that never reads must not delay the work.
 */
const PATIENCE_MS = 5_000;

/**
 * Runs a request's deferred work after the response was sent, so that neither the work nor its duration affects
 * response time. Use it for work that depends on an account the caller has not authenticated for.
 */
export class AfterAnswer {
  readonly #work: (() => Promise<unknown>)[] = [];

  add(work: () => Promise<unknown>): void {
    this.#work.push(work);
  }

  /** Returns the response, sent before the work starts. Responses without deferred work are returned unchanged. */
  async follow(
    response: Response,
    execution: { waitUntil(work: Promise<unknown>): void },
    log: Logger,
  ): Promise<Response> {
    if (this.#work.length === 0) return response;
    if (response.body === null) {
      // No body to read: start in the next turn of the event loop, when the headers are being sent.
      execution.waitUntil(this.#run(scheduler.wait(0), log));
      return response;
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    // The writer finishes when the client has read the last byte.
    const { readable, writable } = new FixedLengthStream(bytes.byteLength);
    execution.waitUntil(this.#run(send(writable, bytes), log));
    return new Response(readable, response);
  }

  async #run(sent: Promise<void>, log: Logger): Promise<void> {
    await Promise.race([sent, scheduler.wait(PATIENCE_MS)]).catch((error: unknown) =>
      log.warn('the client left before its answer was sent', { reason: describeError(error).error }),
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
