import type { CreateExportBody, ExportView } from '#core/contract/exports';
import { type Page, pageQuery } from './page.ts';
import { API_BASE, sendJson } from './request.ts';

/** What is exported; documents that have left already only if asked for. */
export type ExportRequest = Partial<CreateExportBody> & Pick<CreateExportBody, 'format'>;

export function createExport(body: ExportRequest): Promise<ExportView> {
  return sendJson('/exports', { method: 'POST', body });
}

export function listExports(cursor: string | null, signal: AbortSignal): Promise<Page<ExportView>> {
  return sendJson(`/exports${pageQuery(cursor, 50)}`, { signal });
}

export const exportFileAddress = (id: string): string => `${API_BASE}/exports/${encodeURIComponent(id)}/file`;
