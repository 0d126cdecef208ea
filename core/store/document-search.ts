import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documentSearch } from '../db/document-search.ts';
import { documents, documentTexts, results } from '../db/schema/tenant.ts';
import type { DocumentId, OrganizationId } from '../domain/id.ts';

/**
 * Full-text search. Every word in the index begins with the end of the organization's id, so that a search reads the
 * words of its own tenant and nothing else; whose a document is, its row decides in addition.
 */
export type TextPart = (typeof documentTexts.$inferInsert)['part'];

/** Random characters of the organization's id: letters and digits. Two organizations that share them only cost time. */
const TENANT_CHARACTERS = 10;

const tenantOf = (organizationId: OrganizationId): string => organizationId.slice(-TENANT_CHARACTERS);

/**
 * Statements that put a part of a document into the index, in place of what was there, for the batch of the change.
 * `words` are those of `core/domain/search-words.ts`; `guard` holds where the change was made.
 */
export function indexDocument(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  entry: { readonly part: TextPart; readonly words: readonly string[]; readonly at: number },
  guard: SQL = sql`true`,
) {
  const tenant = tenantOf(organizationId);
  const words = entry.words.map((word) => `${tenant}${word}`).join(' ');
  const { part, at } = entry;
  const row = sql`SELECT id FROM document_texts WHERE organization_id = ${organizationId}
    AND document_id = ${documentId} AND part = ${part} AND ${guard}`;
  return [
    db
      .insert(documentTexts)
      .select(sql`SELECT NULL, ${organizationId}, ${documentId}, ${part}, ${at} WHERE ${guard}`)
      .onConflictDoUpdate({
        target: [documentTexts.organizationId, documentTexts.documentId, documentTexts.part],
        set: { indexedAt: at },
      }),
    db.delete(documentSearch).where(sql`rowid IN (${row})`),
    db.insert(documentSearch).select(sql`SELECT id, ${words} FROM (${row})`),
  ] as const;
}

/** SQL that holds for the documents with all of these words, or words that begin with them, in their values or pages. */
export function holdsWords(organizationId: OrganizationId, words: readonly string[]): SQL {
  const tenant = tenantOf(organizationId);
  return sql.join(
    words.map(
      (word) => sql`${documents.id} IN (SELECT document_id FROM document_texts
        WHERE organization_id = ${organizationId}
          AND id IN (SELECT rowid FROM document_search WHERE document_search MATCH ${`"${tenant}${word}"*`}))`,
    ),
    sql` AND `,
  );
}

/** Parts still to be indexed, over all organizations of the shard; for the sweeper. */
export async function listPendingTexts(db: TenantDatabase, limit: number) {
  return db
    .select({
      organizationId: documentTexts.organizationId,
      documentId: documentTexts.documentId,
      part: documentTexts.part,
      name: documents.name,
      externalId: documents.externalId,
      jobId: documents.currentJobId,
      result: { objectKey: results.objectKey, sha256: results.sha256, size: results.size },
    })
    .from(documentTexts)
    .innerJoin(
      documents,
      and(eq(documents.organizationId, documentTexts.organizationId), eq(documents.id, documentTexts.documentId)),
    )
    .leftJoin(
      results,
      and(
        eq(results.organizationId, documents.organizationId),
        eq(results.documentId, documents.id),
        eq(results.jobId, documents.currentJobId),
      ),
    )
    .where(sql`${documentTexts.indexedAt} = 0`)
    .orderBy(asc(documentTexts.id))
    .limit(limit);
}

type PendingText = Awaited<ReturnType<typeof listPendingTexts>>[number];

/** Indexes a pending part, unless the document has another result by now: that one was indexed with its change. */
export async function indexPending(
  db: TenantDatabase,
  { organizationId, documentId, part, jobId, result }: PendingText,
  words: readonly string[],
  at: number,
): Promise<void> {
  const visible = sql`SELECT object_key FROM results WHERE organization_id = ${organizationId}
    AND document_id = ${documentId} AND job_id = ${jobId}`;
  await db.batch(
    indexDocument(
      db,
      organizationId,
      documentId,
      { part, words, at },
      sql`(${visible}) IS ${result?.objectKey ?? null}`,
    ),
  );
}
