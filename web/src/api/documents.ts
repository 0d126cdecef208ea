import type { DocumentCounts, DocumentList, DocumentWithResult } from '#core/contract/documents';
import type { PageWords, Result } from '#core/contract/result';
import type { BulkBody, BulkResponse } from '#core/contract/review';
import { API_BASE, send, sendJson } from './request.ts';

/** @param filter query parameters of the list */
export function listDocuments(
  filter: Readonly<Record<string, string>>,
  page: { readonly limit: number; readonly cursor: string | null },
  signal?: AbortSignal,
): Promise<DocumentList> {
  const query = new URLSearchParams({ limit: String(page.limit), ...filter });
  if (page.cursor !== null) query.set('cursor', page.cursor);
  return sendJson(`/documents?${query}`, signal ? { signal } : {});
}

/** How many documents of each status fit the filter; its status and order do not count. */
export function countDocuments(filter: Readonly<Record<string, string>>, signal: AbortSignal): Promise<DocumentCounts> {
  const { status: _status, sort: _sort, ...narrowing } = filter;
  return sendJson(`/documents/counts?${new URLSearchParams(narrowing)}`, { signal });
}

/** One action on many documents. Each is decided on its own. */
export function changeDocuments(body: BulkBody): Promise<BulkResponse> {
  return sendJson('/documents/bulk', { method: 'POST', body });
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
