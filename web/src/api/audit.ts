import type { AuditEventView, AuditRetention, AuditVerification } from '#core/contract/audit';
import { type Page, pageQuery } from './page.ts';
import { API_BASE, sendJson } from './request.ts';

/** The filter of the audit log; empty strings match everything. Times are RFC 3339. */
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

/** Lists the audit events of the organization. */
export const listAuditEvents: ListAuditEvents = (filter, cursor, signal) =>
  sendJson(`/audit-logs${pageQuery(cursor, PAGE_SIZE, { ...filter })}`, { signal });

/** Lists the audit events of system administrators. */
export const listSystemAuditEvents: ListAuditEvents = (filter, cursor, signal) =>
  sendJson(`/admin/audit-logs${pageQuery(cursor, PAGE_SIZE, { ...filter })}`, { signal });

/** Verifies one slice of the hash chain; null starts from the beginning. */
export function verifyAuditChain(cursor: string | null): Promise<AuditVerification> {
  return sendJson(`/audit-logs/verify${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`);
}

export function readAuditRetention(signal: AbortSignal): Promise<AuditRetention> {
  return sendJson('/audit-logs/retention', { signal });
}

export function changeAuditRetention(days: number): Promise<AuditRetention> {
  return sendJson('/audit-logs/retention', { method: 'PUT', body: { days } });
}

/** The download URL of an export, which the server streams. */
export function auditExportAddress(filter: AuditFilter, format: 'csv' | 'jsonl'): string {
  const query = queryOf(filter);
  query.set('format', format);
  return `${API_BASE}/audit-logs/export?${query}`;
}

function queryOf(filter: AuditFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
}
