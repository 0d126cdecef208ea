import type { EngineHost, ReadOutcome } from '#engine/model';
import type { Block } from '../flow/block.ts';
import { documentOfBlocks } from '../flow/lay-out.ts';
import { MAX_LAID_OUT_WORDS } from '../limits.ts';
import { openZip } from '../zip/open-zip.ts';
import { withZipFailures } from '../zip/zip-failures.ts';
import { readSheetRows } from './sheet-rows.ts';
import { readWorkbook } from './workbook.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reads a workbook: each visible sheet starts a page, with cells and numbers as shown on screen. */
export function readXlsx(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  return withZipFailures(() => readSheets(bytes, host));
}

async function readSheets(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  const zip = openZip(bytes, () => host.pause());
  const pause = () => host.pause();
  const workbook = await readWorkbook(zip, pause);
  if (workbook === undefined) {
    return { ok: false, error: { code: 'damaged', message: 'The spreadsheet has no workbook in it.' } };
  }
  const blocks: Block[] = [];
  let cells = 0;
  for (const { path } of workbook.sheets) {
    const sheet = await zip.read(path);
    if (sheet === undefined) continue;
    await pause();
    const read = await readSheetRows(sheet, workbook, MAX_LAID_OUT_WORDS - cells, pause);
    if (!read.ok) {
      const message = `The spreadsheet has more than ${MAX_LAID_OUT_WORDS} filled cells.`;
      return { ok: false, error: { code: 'too_large', message } };
    }
    cells += read.rows.reduce((sum, row) => sum + row.length, 0);
    if (read.rows.length > 0) blocks.push({ kind: 'page-break' }, { kind: 'table', rows: read.rows });
  }
  return documentOfBlocks(blocks, XLSX, host);
}
