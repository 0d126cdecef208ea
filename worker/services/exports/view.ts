import type { ExportView } from '#core/contract/exports';
import { placesWith, type ReachedPlaces } from '#core/domain/reach';
import { AppError } from '#core/platform/errors';
import { type ExportRow, findExport } from '#core/store/exports';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { FORMATS } from './formats.ts';

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
const timeOrNull = (milliseconds: number | null): string | null => (milliseconds === null ? null : time(milliseconds));

export function exportView(row: ExportRow): ExportView {
  return {
    id: row.id,
    format: row.format,
    status: row.status,
    total: row.total,
    done: row.done,
    file: row.status === 'completed' ? { name: fileName(row), url: `/api/v1/exports/${row.id}/file` } : null,
    created_by: row.createdBy,
    created_at: time(row.createdAt),
    finished_at: timeOrNull(row.finishedAt),
    expires_at: timeOrNull(row.expiresAt),
  };
}

export const fileName = ({ format, createdAt }: Pick<ExportRow, 'format' | 'createdAt'>): string =>
  `documents-${time(createdAt).slice(0, 19).replaceAll(':', '-')}.${FORMATS[format].extension}`;

/** Where the caller may export documents. @throws AppError `forbidden` */
export function exportPlaces(context: SignedInContext): ReachedPlaces {
  requireSomewhere(context, 'documents.export');
  return placesWith(context.caller, 'documents.export', context.dependencies.now());
}

/** @throws AppError `not_found`, also for an export with documents that the caller may not export */
export async function requireExport(context: SignedInContext, id: string): Promise<ExportRow> {
  const places = exportPlaces(context);
  const row = await findExport(tenantOf(context), context.caller.organizationId, id, places);
  if (!row) throw new AppError('not_found', 'There is no such export.');
  return row;
}
