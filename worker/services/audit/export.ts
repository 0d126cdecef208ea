import type { AuditExportQuery } from '#core/contract/audit';
import { csvLine } from '#core/domain/csv-line';
import { insertAuditEvent } from '#core/store/audit';
import type { AuditEventRow } from '#core/store/audit-list';
import { chainRecord } from '#core/store/audit-record';
import type { CursorPosition } from '#core/store/cursor';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { positionOf } from './list.ts';
import { readAuditPage } from './read-page.ts';

const COLUMNS = [
  'occurred_at',
  'action',
  'outcome',
  'actor_kind',
  'actor_id',
  'impersonator_id',
  'target_kind',
  'target_id',
  'ip',
  'user_agent',
  'request_id',
  'changes',
  'id',
  'sequence',
  'hash',
];

/**
 * Streams the events matching the filter, newest first, page by page: CSV for people, or JSON Lines with the content of
 * each hash. The export itself is recorded as an audit event before the first line is sent.
 */
export async function exportAuditEvents(
  context: SignedInContext,
  { format, ...filter }: AuditExportQuery,
): Promise<ReadableStream<Uint8Array>> {
  requirePermission(context, 'audit.export');
  await requireLiveSession(context);
  const { dependencies, caller } = context;
  // The filter values are omitted because they may be arbitrary user input.
  const event = auditOf(context, 'audit.exported', { kind: 'organization', id: caller.organizationId }, null, {
    format,
    filtered_by: Object.keys(filter),
  });
  await insertAuditEvent(dependencies.control, caller.organizationId, event);
  const encoder = new TextEncoder();
  const limit = Math.max(1, dependencies.settings.AUDIT_EXPORT_PAGE);
  const lineOf = format === 'csv' ? csvOf : jsonOf;
  let after: CursorPosition | undefined;
  let done = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (format === 'csv') controller.enqueue(encoder.encode(csvLine(COLUMNS)));
    },
    async pull(controller) {
      if (done) return controller.close();
      const rows = await readAuditPage(context, filter, { limit, after });
      const last = rows.at(-1);
      if (last) {
        after = positionOf(last);
        controller.enqueue(encoder.encode(rows.map(lineOf).join('')));
      }
      done = rows.length < limit;
      if (done) controller.close();
    },
  });
}

function csvOf(row: AuditEventRow): string {
  return csvLine([
    new Date(row.occurredAt).toISOString(),
    row.action,
    row.outcome,
    row.actorKind,
    row.actorId,
    row.impersonatorId,
    row.targetKind,
    row.targetId,
    row.ip,
    row.userAgent,
    row.requestId,
    row.changes,
    row.id,
    row.sequence,
    row.hash,
  ]);
}

function jsonOf(row: AuditEventRow): string {
  const { sequence, previousHash, hash } = row;
  return `${JSON.stringify({ ...chainRecord(row), sequence, previous_hash: previousHash, hash })}\n`;
}
