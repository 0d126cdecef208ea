import type { EngineHost, EngineOutcome } from './model.ts';
import { TimedOut } from './pace.ts';

/**
 * Maximum time for one document, in milliseconds of the host's clock. Queue consumers end after 15 minutes of wall
 * time; the document has to end before that, with an error.
 */
export const MAX_DOCUMENT_MS = 12 * 60 * 1000;

/** A host whose `pause` throws once a document has run too long. */
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

/**
 * Runs the work; returns `timed_out` if it exceeds its limit. There is no partial result, because its values would be
 * unchecked.
 */
export async function withTimeLimit(work: () => Promise<EngineOutcome>): Promise<EngineOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TimedOut)) throw error;
    return { ok: false, error: { code: 'timed_out', message: 'Reading the document took longer than allowed.' } };
  }
}
