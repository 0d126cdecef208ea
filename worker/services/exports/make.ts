import { exportPartKey } from '#core/blobs/keys';
import { readVerified } from '#core/blobs/verified';
import type { TenantDatabase } from '#core/db/connect';
import { EXPORT_LIMITS } from '#core/domain/exports';
import type { ExtractionResult } from '#core/domain/result';
import type { WakeMessage } from '#core/jobs/wake-message';
import { newId } from '#core/platform/ids';
import { advanceExport, claimExport, completeExport, failExport, listExportedDocuments } from '#core/store/export-work';
import type { ExportRow } from '#core/store/exports';
import type { Dependencies } from '../context.ts';
import { documentView } from '../documents/view.ts';
import { FORMATS } from './formats.ts';
import type { Exported } from './rows.ts';

/** Work of one message; a longer export continues with another, so that no export holds up the queue. */
const WORK_MS = 15_000;
const LEASE_MS = 120_000;
/** Documents read at once, and those of a part of the file. */
const READ_AT_ONCE = 8;
const PART_DOCUMENTS = 200;
/** Larger results are not read: their documents say so in JSON, and have a row without values in tables. */
const MAX_RESULT_BYTES = 4 * 1024 * 1024;
const DAY_MS = 86_400_000;

/** Makes the organization's open exports, part by part. Interrupted work continues after the last part. */
export async function makeExports(dependencies: Dependencies, message: WakeMessage): Promise<void> {
  const { now, wakeExports } = dependencies;
  const db = dependencies.tenant(message.shard);
  const started = now();
  for (;;) {
    const claim = { token: newId('request', now()), now: now(), until: now() + LEASE_MS };
    const row = await claimExport(db, message.organizationId, claim);
    if (row === null) return;
    if (row.attempts > EXPORT_LIMITS.attempts) {
      await failExport(db, row, now(), endEvent(row, 'export.failed', row.done, now()));
      continue;
    }
    const isOver = await continueExport(dependencies, db, row, started + WORK_MS);
    if (!isOver) return wakeExports(message);
  }
}

/** Returns whether the export has ended; otherwise its lease is given back. */
async function continueExport(
  dependencies: Dependencies,
  db: TenantDatabase,
  row: ExportRow,
  until: number,
): Promise<boolean> {
  const { now, files, settings } = dependencies;
  const fields: readonly string[] = JSON.parse(row.fields);
  const format = FORMATS[row.format];
  let { done, parts, size } = row;
  for (;;) {
    const page = await listExportedDocuments(db, row.organizationId, row.id, { after: done, limit: PART_DOCUMENTS });
    const texts = parts === 0 ? [...format.head(fields)] : format.head(fields).map(() => '');
    let isFirst = done === 0;
    for (const exported of await readAll(dependencies, page)) {
      for (const [sheet, text] of format.document(exported, fields, isFirst).entries())
        texts[sheet] = (texts[sheet] ?? '') + text;
      isFirst = false;
    }
    const isLast = page.length < PART_DOCUMENTS;
    if (isLast) texts[0] += format.tail;
    for (const [sheet, text] of texts.entries()) {
      const bytes = new TextEncoder().encode(text);
      await files.put(exportPartKey(row.organizationId, row.id, parts, sheet), bytes);
      size += bytes.byteLength;
    }
    parts += 1;
    done = page.at(-1)?.position ?? done;
    const pauses = !isLast && now() >= until;
    const leaseUntil = pauses ? 0 : now() + LEASE_MS;
    if (!(await advanceExport(db, row, { done, parts, size, leaseUntil }))) return true;
    if (isLast) {
      const at = now();
      const times = { at, expiresAt: at + settings.EXPORT_DAYS * DAY_MS };
      await completeExport(db, row, times, endEvent(row, 'export.completed', done, at));
      return true;
    }
    if (pauses) return false;
  }
}

const endEvent = (row: ExportRow, action: 'export.completed' | 'export.failed', documents: number, at: number) =>
  ({
    actorKind: 'system',
    actorId: 'exports',
    action,
    targetKind: 'export',
    targetId: row.id,
    outcome: action === 'export.failed' ? 'failure' : 'success',
    requestId: newId('request', at),
    ip: null,
    userAgent: null,
    changes: { documents: [null, documents], format: [null, row.format] },
    occurredAt: at,
  }) as const;

type Listed = Awaited<ReturnType<typeof listExportedDocuments>>[number];

/** Documents deleted since they were chosen are left out. */
async function readAll(dependencies: Dependencies, page: readonly Listed[]): Promise<readonly Exported[]> {
  const read: Exported[] = [];
  for (let at = 0; at < page.length; at += READ_AT_ONCE) {
    const some = await Promise.all(page.slice(at, at + READ_AT_ONCE).map((listed) => readOne(dependencies, listed)));
    read.push(...some.filter((each) => each !== null));
  }
  return read;
}

/** @throws Error if a stored result is missing or damaged: an export never leaves values out silently */
async function readOne({ files }: Dependencies, { document, result }: Listed): Promise<Exported | null> {
  if (document === null) return null;
  const view = documentView(document);
  if (result === null) return { document: view, result: null };
  if (result.size > MAX_RESULT_BYTES) {
    const url = `/api/v1/documents/${document.id}/result`;
    return { document: view, result: null, result_omitted: { reason: 'too_large', size: result.size, url } };
  }
  const { objectKey, sha256, size } = result;
  const stored = await readVerified(files, objectKey, { sha256, size });
  if (stored.kind !== 'whole') throw new Error(`the result of ${document.id} is ${stored.kind}`);
  const parsed: ExtractionResult = JSON.parse(new TextDecoder().decode(stored.bytes));
  return { document: view, result: parsed };
}
