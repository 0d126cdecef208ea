import { and, asc, eq, isNull, ne, notInArray, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents } from '../db/schema/tenant.ts';
import type { Duplicate } from '../domain/duplicates.ts';
import type { DocumentId, OrganizationId } from '../domain/id.ts';
import type { DocumentRow } from './documents.ts';

/**
 * Returns the oldest document of the organization with the same bytes, otherwise the oldest with the same values; null
 * if there is none. Deleted, failed and rejected documents are no originals. Only earlier uploads count for bytes; for
 * values also later ones, because they may have been processed first, but not those that duplicate this document.
 */
export async function findDuplicate(
  db: TenantDatabase,
  organizationId: OrganizationId,
  document: Pick<DocumentRow, 'id' | 'sha256' | 'createdAt' | 'workspaceId'>,
  key: string | null,
): Promise<Duplicate<DocumentId> | null> {
  const { id, sha256, createdAt } = document;
  const isEarlier = sql`(${documents.createdAt}, ${documents.id}) < (${createdAt}, ${id})`;
  const isOwnDuplicate = sql`${documents.duplicateOf} IS ${id}`;
  const [[sameFile], [sameValues]] = await db.batch([
    oldest(db, organizationId, and(eq(documents.sha256, sha256), isEarlier)),
    oldest(
      db,
      organizationId,
      key === null ? sql`0` : and(eq(documents.duplicateKey, key), ne(documents.id, id), sql`NOT ${isOwnDuplicate}`),
    ),
  ]);
  const found = sameFile ?? sameValues;
  if (!found) return null;
  return {
    id: found.id,
    reason: sameFile ? 'same_file' : 'same_values',
    name: found.workspaceId === document.workspaceId ? found.name : null,
    date: new Date(found.createdAt).toISOString().slice(0, 'YYYY-MM-DD'.length),
  };
}

const oldest = (db: TenantDatabase, organizationId: OrganizationId, matching: SQL | undefined) =>
  db
    .select({
      id: documents.id,
      name: documents.name,
      workspaceId: documents.workspaceId,
      createdAt: documents.createdAt,
    })
    .from(documents)
    .where(
      and(
        eq(documents.organizationId, organizationId),
        matching,
        isNull(documents.deletedAt),
        notInArray(documents.status, ['failed', 'rejected']),
      ),
    )
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(1);

/** What a document's row says about the document that it duplicates. */
export const duplicateColumns = (duplicate: Duplicate<DocumentId> | null) => ({
  duplicateOf: duplicate?.id ?? null,
  duplicateReason: duplicate?.reason ?? null,
});
