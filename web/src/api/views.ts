import type { CreateViewBody, UpdateViewBody, ViewList, ViewView } from '#core/contract/views';
import { send, sendJson } from './request.ts';

export function listViews(): Promise<ViewList> {
  return sendJson('/views');
}

export function createView(body: CreateViewBody): Promise<ViewView> {
  return sendJson('/views', { method: 'POST', body });
}

export function updateView(id: string, body: UpdateViewBody): Promise<ViewView> {
  return sendJson(`/views/${encodeURIComponent(id)}`, { method: 'PATCH', body });
}

export async function deleteView(id: string): Promise<void> {
  await send(`/views/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
