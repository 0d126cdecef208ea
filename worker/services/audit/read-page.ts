import type { AuditFilterQuery } from '#core/contract/audit';
import { type AuditEventRow, type AuditFilter, listAuditEvents } from '#core/store/audit-list';
import type { PageRequest } from '#core/store/page';
import type { SignedInContext } from '../context.ts';
import { auditSources } from './sources.ts';

/** Returns one page of audit events, newest first, merged from the control and tenant databases if they differ. */
export async function readAuditPage(
  context: SignedInContext,
  query: AuditFilterQuery,
  page: PageRequest,
): Promise<readonly AuditEventRow[]> {
  const filter = auditFilter(query);
  const { organizationId } = context.caller;
  const found = await Promise.all(
    auditSources(context).map(({ db }) => listAuditEvents(db, organizationId, filter, page)),
  );
  return found.flat().sort(newestFirst).slice(0, page.limit);
}

function newestFirst(a: AuditEventRow, b: AuditEventRow): number {
  if (a.occurredAt !== b.occurredAt) return b.occurredAt - a.occurredAt;
  return a.id < b.id ? 1 : -1;
}

/** Converts the filter for the store; times become Unix milliseconds. */
export function auditFilter(query: AuditFilterQuery): AuditFilter {
  return {
    text: query.q,
    action: query.action,
    actorId: query.actor,
    targetId: query.target,
    outcome: query.outcome,
    from: query.from === undefined ? undefined : Date.parse(query.from),
    to: query.to === undefined ? undefined : Date.parse(query.to),
  };
}
