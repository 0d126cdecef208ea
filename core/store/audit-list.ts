import { and, desc, eq, gte, lt, or } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { auditEvents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { containsText } from './contains-text.ts';
import { olderThan, type PageRequest } from './page.ts';

export type AuditEventRow = typeof auditEvents.$inferSelect;

export interface AuditFilter {
  /** Part of the action or of the target's id, case-insensitive. */
  readonly text?: string | undefined;
  readonly action?: string | undefined;
  /** The actor, whether acting themselves or impersonating someone. */
  readonly actorId?: string | undefined;
  readonly targetId?: string | undefined;
  readonly outcome?: 'success' | 'failure' | undefined;
  /** Unix milliseconds, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Returns one page of an organization's audit events, newest first. */
export async function listAuditEvents(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  filter: AuditFilter,
  { limit, after }: PageRequest,
): Promise<readonly AuditEventRow[]> {
  const { text, action, actorId, targetId, outcome, from, to } = filter;
  return db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organizationId),
        action === undefined ? undefined : eq(auditEvents.action, action),
        actorId === undefined
          ? undefined
          : or(eq(auditEvents.actorId, actorId), eq(auditEvents.impersonatorId, actorId)),
        targetId === undefined ? undefined : eq(auditEvents.targetId, targetId),
        outcome === undefined ? undefined : eq(auditEvents.outcome, outcome),
        from === undefined ? undefined : gte(auditEvents.occurredAt, from),
        to === undefined ? undefined : lt(auditEvents.occurredAt, to),
        text === undefined ? undefined : containsText([auditEvents.action, auditEvents.targetId], text),
        olderThan(auditEvents.occurredAt, auditEvents.id, after),
      ),
    )
    .orderBy(desc(auditEvents.occurredAt), desc(auditEvents.id))
    .limit(limit);
}
