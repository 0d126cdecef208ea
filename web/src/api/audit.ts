import type { AuditEventView, AuditRetention, AuditVerification } from '#core/contract/audit';
import { type Page, pageQuery } from './page.ts';
import { API_BASE, sendJson } from './request.ts';

/** What the list can be narrowed by; an empty string is no filter. Times are RFC 3339. */
export interface AuditFilter {
  readonly q: string;
  readonly actor: string;
  readonly outcome: '' | 'success' | 'failure';
  readonly from: string;
  readonly to: string;
}

const PAGE_SIZE = 200;

/** One page of a list of events. */
export type ListAuditEvents = (
  filter: AuditFilter,
  cursor: string | null,
  signal: AbortSignal,
) => Promise<Page<AuditEventView>>;

/** The events of the organization. */
export const listAuditEvents: ListAuditEvents = (filter, cursor, signal) =>
  sendJson(`/audit-logs${pageQuery(cursor, PAGE_SIZE, { ...filter })}`, { signal });

/** What system administrators did, for them alone. */
export const listSystemAuditEvents: ListAuditEvents = (filter, cursor, signal) =>
  sendJson(`/admin/audit-logs${pageQuery(cursor, PAGE_SIZE, { ...filter })}`, { signal });

/** One slice of the verification; null begins it. */
export function verifyAuditChain(cursor: string | null): Promise<AuditVerification> {
  return sendJson(`/audit-logs/verify${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`);
}

export function readAuditRetention(signal: AbortSignal): Promise<AuditRetention> {
  return sendJson('/audit-logs/retention', { signal });
}

export function changeAuditRetention(days: number): Promise<AuditRetention> {
  return sendJson('/audit-logs/retention', { method: 'PUT', body: { days } });
}

/** Where the browser fetches the file from itself: it streams, however long it is. */
export function auditExportAddress(filter: AuditFilter, format: 'csv' | 'jsonl'): string {
  const query = queryOf(filter);
  query.set('format', format);
  return `${API_BASE}/audit-logs/export?${query}`;
}

function queryOf(filter: AuditFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
}
