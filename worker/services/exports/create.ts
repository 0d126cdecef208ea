import type { CreateExportBody, ExportView } from '#core/contract/exports';
import type { DocumentStatus } from '#core/domain/document-status';
import { EXPORT_LIMITS } from '#core/domain/exports';
import { KEY_FIELDS } from '#core/domain/fields';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { type ExportRow, insertExport } from '#core/store/exports';
import { auditOf } from '../audit-event.ts';
import { type SignedInContext, tenantOf } from '../context.ts';
import { filterFor } from '../documents/list-filter.ts';
import { withAnswer } from '../repeat-safely.ts';
import { exportPlaces, exportView } from './view.ts';

const READY: readonly DocumentStatus[] = ['completed', 'approved'];

/**
 * Chooses the documents of an export, which is then made in the background.
 * @throws AppError `forbidden`, `conflict` if too many exports are under way
 */
export async function createExport(context: SignedInContext, body: CreateExportBody): Promise<ExportView> {
  const places = exportPlaces(context);
  const { caller, dependencies } = context;
  const { format, ids, batch_id: batchId, filter, include_exported: includeExported } = body;
  const now = dependencies.now();
  const id = newId('export', now);
  const row: ExportRow = {
    id,
    organizationId: caller.organizationId,
    format,
    fields: JSON.stringify(body.fields ?? [...KEY_FIELDS]),
    status: 'queued',
    total: null,
    done: 0,
    parts: 0,
    size: 0,
    attempts: 0,
    leaseToken: null,
    leaseUntil: null,
    createdBy: caller.userId,
    createdAt: now,
    finishedAt: null,
    expiresAt: null,
  };
  const { status, ...rest } = filter ?? {};
  const statuses = status ?? (ids === undefined ? [...READY] : undefined);
  const choice = {
    filter: {
      ...filterFor(context, { ...rest, batch_id: batchId, deleted: 'false', ...(statuses && { status: statuses }) }),
      places,
    },
    ids: ids ?? null,
    includeExported,
    limit: EXPORT_LIMITS.documents,
  };
  const view = exportView(row);
  const event = auditOf(context, 'export.created', { kind: 'export', id }, null, {
    format,
    ids: ids?.length ?? null,
    filter: filter === undefined ? null : JSON.stringify(filter),
    batch_id: batchId ?? null,
    include_exported: includeExported,
  });
  const answered = await withAnswer(context, event, view);
  if (!(await insertExport(tenantOf(context), row, choice, EXPORT_LIMITS.open, answered)))
    throw new AppError('conflict', `At most ${EXPORT_LIMITS.open} exports can be under way.`);
  const { organizationId, shard } = caller;
  dependencies.defer(dependencies.wakeExports({ v: 1, organizationId, shard }));
  return view;
}
