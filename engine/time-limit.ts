import type { EngineHost, EngineOutcome } from './model.ts';
import { TimedOut } from './pace.ts';

/**
 * The longest that one document may take, in milliseconds of the host's clock. Queue consumers end after 15 minutes of
 * wall time; the document has to end before that, with a reason.
 */
export const MAX_DOCUMENT_MS = 12 * 60 * 1000;

/** A host whose pauses end a document that has run too long. */
export function limitedHost(host: EngineHost): EngineHost {
  const end = host.clock() + MAX_DOCUMENT_MS;
  return {
    ...host,
    pause: async () => {
      await host.pause();
      if (host.clock() > end) throw new TimedOut('the document took longer than its time');
    },
  };
}

/** The outcome of the work, or `timed_out` when it used up its limit. There is no partial result: its values are unchecked. */
export async function withTimeLimit(work: () => Promise<EngineOutcome>): Promise<EngineOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TimedOut)) throw error;
    return { ok: false, error: { code: 'timed_out', message: 'Reading the document took longer than allowed.' } };
  }
}
