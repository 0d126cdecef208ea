import type { ReadOutcome } from '#engine/model';
import { ZipRefused } from './open-zip.ts';

const CODES = { damaged: 'damaged', encrypted: 'encrypted', 'too-large': 'too_large' } as const;

/** Runs an archive reader and turns an archive's failures into the outcome. */
export async function withZipFailures(read: () => Promise<ReadOutcome>): Promise<ReadOutcome> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return { ok: false, error: { code: CODES[error.reason], message: error.message } };
  }
}
