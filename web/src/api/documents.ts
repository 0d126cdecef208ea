import type { DocumentList, DocumentListQuery, DocumentWithResult } from '#core/contract/documents';
import type { PageWords, Result } from '#core/contract/result';
import { API_BASE, send, sendJson } from './request.ts';

/** The filter of the document list; also part of the page URL. */
export type DocumentFilter = Partial<
  Pick<DocumentListQuery, 'q' | 'status' | 'document_type' | 'workspace_id' | 'sort'>
>;

export function listDocuments(
  filter: DocumentFilter,
  page: { readonly limit: number; readonly cursor: string | null },
  signal?: AbortSignal,
): Promise<DocumentList> {
  const query = new URLSearchParams({ limit: String(page.limit) });
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, value);
  if (page.cursor !== null) query.set('cursor', page.cursor);
  return sendJson(`/documents?${query}`, signal ? { signal } : {});
}

export function readDocument(id: string, signal?: AbortSignal): Promise<DocumentWithResult> {
  return sendJson(`/documents/${encodeURIComponent(id)}`, signal ? { signal } : {});
}

export function readResult(id: string, signal?: AbortSignal): Promise<Result> {
  return sendJson(`/documents/${encodeURIComponent(id)}/result`, signal ? { signal } : {});
}

/** @param workspaceId null to remove it from its workspace */
export async function moveDocument(id: string, workspaceId: string | null): Promise<void> {
  await send(`/documents/${encodeURIComponent(id)}/move`, { method: 'POST', body: { workspace_id: workspaceId } });
}

/** The image of a page (from 1), as PNG. */
export async function readPageImage(id: string, page: number, signal: AbortSignal): Promise<Blob> {
  const response = await send(`/documents/${encodeURIComponent(id)}/pages/${page}`, { signal });
  return response.blob();
}

/** The words of a page (from 1) with their bounding boxes. */
export function readPageWords(id: string, page: number, signal: AbortSignal): Promise<PageWords> {
  return sendJson(`/documents/${encodeURIComponent(id)}/pages/${page}/words`, { signal });
}

export function originalAddress(id: string): string {
  return `${API_BASE}/documents/${encodeURIComponent(id)}/original`;
}
