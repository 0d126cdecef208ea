import { and, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { auditEvents, documents } from '../db/schema/tenant.ts';
import type { DocumentId, OrganizationId, UserId } from '../domain/id.ts';
import { type AuditEvent, auditRow, insertAuditEventIfChanged } from './audit.ts';
import { insertWhen } from './insert-when.ts';

export interface ReviewLock {
  readonly userId: UserId;
  /** Unix milliseconds. */
  readonly now: number;
  readonly until: number;
  readonly takeOver?: boolean;
}

/** SQL: nobody else holds a live lock on the document. `userId` is null for an API key, which never holds one. */
export const isFreeFor = (userId: UserId | null, now: number): SQL | undefined =>
  or(
    isNull(documents.lockedBy),
    userId === null ? undefined : eq(documents.lockedBy, userId),
    lte(documents.lockedUntil, now),
  );

/**
 * Takes or extends a lock. False: somebody else holds it, or the document is gone. Only a lock that changes hands is
 * audited; a heartbeat is not. Leaves `updated_at` alone, because a lock changes nothing about the document.
 */
export async function takeReviewLock(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  { userId, now, until, takeOver = false }: ReviewLock,
  event: AuditEvent,
): Promise<boolean> {
  const theDocument = and(
    eq(documents.organizationId, organizationId),
    eq(documents.id, documentId),
    isNull(documents.deletedAt),
    takeOver ? undefined : isFreeFor(userId, now),
  );
  const changesHands = sql`EXISTS (SELECT 1 FROM ${documents} WHERE ${theDocument}
    AND (${documents.lockedBy} IS NULL OR ${documents.lockedBy} <> ${userId} OR ${documents.lockedUntil} <= ${now}))`;
  const [, taken] = await db.batch([
    insertWhen(db, auditEvents, auditRow(organizationId, event), changesHands),
    db
      .update(documents)
      .set({ lockedBy: userId, lockedUntil: until })
      .where(theDocument)
      .returning({ id: documents.id }),
  ]);
  return taken.length > 0;
}

/** False: the caller held none. */
export async function releaseReviewLock(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  userId: UserId,
  event: AuditEvent,
): Promise<boolean> {
  const [released] = await db.batch([
    db
      .update(documents)
      .set({ lockedBy: null, lockedUntil: null })
      .where(
        and(eq(documents.organizationId, organizationId), eq(documents.id, documentId), eq(documents.lockedBy, userId)),
      )
      .returning({ id: documents.id }),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return released.length > 0;
}
