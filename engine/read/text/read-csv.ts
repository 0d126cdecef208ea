import type { EngineHost, ReadOutcome } from '#engine/model';
import { readCsvStatements } from '../bank-file/csv-statement.ts';
import { outcomeOf } from '../bank-file/statement-parts.ts';
import { documentOfBlocks } from '../flow/lay-out.ts';
import { MAX_LAID_OUT_WORDS, MAX_TEXT_BYTES } from '../limits.ts';
import { decodeText } from './decode-text.ts';
import { parseCsv } from './parse-csv.ts';
import { readPlainText } from './read-plain-text.ts';
import { tableOfTexts } from './text-blocks.ts';

/**
 * Reads separated values as a table on pages: one column of the file is one column of the page. A table of bank
 * movements is a bank file as well.
 */
export async function readCsv(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    return { ok: false, error: { code: 'too_large', message: `The table is larger than ${MAX_TEXT_BYTES} bytes.` } };
  }
  const csv = parseCsv(decodeText(bytes), MAX_LAID_OUT_WORDS);
  if (csv === undefined) return readPlainText(bytes, host);
  const statements = await readCsvStatements(csv.records, () => host.pause());
  const bank = statements && outcomeOf({ kind: 'statements', statements }, 'text/csv');
  if (bank?.ok === false || bank?.document.parts !== undefined) return bank;
  const laidOut = await documentOfBlocks([tableOfTexts(csv.records)], 'text/csv', host);
  const statement = bank?.document.statement;
  if (bank === undefined || statement === undefined) return laidOut;
  // Where the table needs too many pages, the statement does without them.
  return laidOut.ok ? { ok: true, document: { ...laidOut.document, statement } } : bank;
}
