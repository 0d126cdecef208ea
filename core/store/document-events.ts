import { and, desc, eq } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { auditEvents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { olderThan, type PageRequest } from './page.ts';

/** Returns the audit events of one target after the cursor, newest first. */
export async function listEventsOfTarget(
  db: TenantDatabase,
  organizationId: OrganizationId,
  target: { readonly kind: string; readonly id: string },
  { limit, after }: PageRequest,
) {
  return db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organizationId),
        eq(auditEvents.targetKind, target.kind),
        eq(auditEvents.targetId, target.id),
        olderThan(auditEvents.occurredAt, auditEvents.id, after),
      ),
    )
    .orderBy(desc(auditEvents.occurredAt), desc(auditEvents.id))
    .limit(limit);
}
