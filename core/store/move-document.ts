import { and, eq, isNull } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import type { DocumentRow } from './documents.ts';

/**
 * Moves a document to another workspace or, with null, out of its workspace. False if it was moved or is being
 * processed.
 */
export async function moveDocument(
  db: TenantDatabase,
  organizationId: OrganizationId,
  before: DocumentRow,
  workspaceId: string | null,
  event: AuditEvent,
): Promise<boolean> {
  const { workspaceId: from } = before;
  const [moved] = await db.batch([
    db
      .update(documents)
      .set({ workspaceId, updatedAt: event.occurredAt })
      .where(
        and(
          eq(documents.organizationId, organizationId),
          eq(documents.id, before.id),
          eq(documents.status, before.status),
          from === null ? isNull(documents.workspaceId) : eq(documents.workspaceId, from),
          isNull(documents.deletedAt),
        ),
      )
      .returning({ id: documents.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return moved.length > 0;
}
