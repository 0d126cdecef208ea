import { and, asc, eq } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { comments } from '../db/schema/review.ts';
import type { DocumentId, OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEvent, keepAnswerOf } from './audit.ts';
import { newerThan, type PageRequest } from './page.ts';

export type CommentRow = typeof comments.$inferSelect;

/** Comments of a document, oldest first. */
export async function listComments(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  { limit, after }: PageRequest,
): Promise<CommentRow[]> {
  return db
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.organizationId, organizationId),
        eq(comments.documentId, documentId),
        newerThan(comments.createdAt, comments.id, after),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(limit);
}

export async function insertComment(
  db: TenantDatabase,
  organizationId: OrganizationId,
  comment: Omit<CommentRow, 'organizationId'>,
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db.insert(comments).values({ ...comment, organizationId }),
    insertAuditEvent(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
}
