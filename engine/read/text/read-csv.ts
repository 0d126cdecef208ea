import type { EngineHost, ReadOutcome } from '#engine/model';
import { documentOfBlocks } from '../flow/lay-out.ts';
import { MAX_LAID_OUT_WORDS, MAX_TEXT_BYTES } from '../limits.ts';
import { decodeText } from './decode-text.ts';
import { parseCsv } from './parse-csv.ts';
import { readPlainText } from './read-plain-text.ts';
import { tableOfTexts } from './text-blocks.ts';

/** Reads separated values as a table on pages: one column of the file is one column of the page. */
export async function readCsv(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    return { ok: false, error: { code: 'too_large', message: `The table is larger than ${MAX_TEXT_BYTES} bytes.` } };
  }
  const csv = parseCsv(decodeText(bytes), MAX_LAID_OUT_WORDS);
  if (csv === undefined) return readPlainText(bytes, host);
  return documentOfBlocks([tableOfTexts(csv.records)], 'text/csv', host);
}
