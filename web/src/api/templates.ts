import type { TemplateBody, TemplateView } from '#core/contract/templates';
import { type Page, pageQuery } from './page.ts';
import { send, sendJson } from './request.ts';

const of = (id: string): string => `/templates/${encodeURIComponent(id)}`;

/** @param shipped `'true'` for built-in templates, `'false'` for the organization's own */
export function listTemplates(
  q: string,
  shipped: 'true' | 'false',
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<TemplateView>> {
  return sendJson(`/templates${pageQuery(cursor, 50, { q, shipped })}`, { signal });
}

/** @param version null for the current one */
export function readTemplate(id: string, version: number | null, signal: AbortSignal): Promise<TemplateView> {
  return sendJson(`${of(id)}${version === null ? '' : `?version=${version}`}`, { signal });
}

export function createTemplate(body: TemplateBody): Promise<TemplateView> {
  return sendJson('/templates', { method: 'POST', body });
}

/** Saves a new version; old versions stay readable. */
export function replaceTemplate(id: string, body: TemplateBody): Promise<TemplateView> {
  return sendJson(of(id), { method: 'PUT', body });
}

export async function archiveTemplate(id: string): Promise<void> {
  await send(of(id), { method: 'DELETE' });
}
