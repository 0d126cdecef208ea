import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents, exportDocuments, exports } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';
import { type AuditEvent, insertAuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { type DocumentFilter, fits } from './document-list.ts';
import { insertWhen } from './insert-when.ts';
import { olderThan, type PageRequest } from './page.ts';

export type ExportRow = typeof exports.$inferSelect;

export interface ExportChoice {
  readonly filter: DocumentFilter;
  /** Only these of the documents that fit; null for all. */
  readonly ids: readonly string[] | null;
  readonly includeExported: boolean;
  /** Number of documents at most. */
  readonly limit: number;
}

/**
 * Stores an export and chooses its documents, in one batch: a document is in the ledger of one export only, unless
 * asked for. False, and nothing is written, if there are already `cap` open exports.
 */
export async function insertExport(
  db: TenantDatabase,
  row: ExportRow,
  { filter, ids, includeExported, limit }: ExportChoice,
  cap: number,
  event: AuditEvent,
): Promise<boolean> {
  const { organizationId, id } = row;
  const open = sql`(SELECT count(*) FROM exports WHERE organization_id = ${organizationId}
    AND status IN ('queued', 'running'))`;
  const chosen = and(
    fits(organizationId, filter),
    ids === null ? undefined : sql`${documents.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    sql`EXISTS (SELECT 1 FROM results WHERE results.organization_id = ${organizationId}
      AND results.document_id = ${documents.id} AND results.job_id = ${documents.currentJobId})`,
    includeExported ? undefined : sql`NOT ${hasLeft(organizationId)}`,
    sql`EXISTS (SELECT 1 FROM exports WHERE exports.organization_id = ${organizationId} AND exports.id = ${id})`,
  );
  const [made] = await db.batch([
    insertWhen(db, exports, row, sql`${open} < ${cap}`).returning({ id: exports.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
    db.insert(exportDocuments).select(
      sql`SELECT ${id}, row_number() OVER (ORDER BY ${documents.createdAt}, ${documents.id}), ${organizationId},
        ${documents.id}, ${documents.workspaceId} FROM ${documents} WHERE ${chosen}
        ORDER BY ${documents.createdAt}, ${documents.id} LIMIT ${limit}`,
    ),
    db
      .update(exports)
      .set({ total: sql`(SELECT count(*) FROM export_documents WHERE export_id = ${id})` })
      .where(exportOf(organizationId, id)),
    db
      .update(documents)
      .set({ exportedAt: row.createdAt })
      .where(and(isNull(documents.exportedAt), inLedger(organizationId, id))),
  ]);
  return made.length > 0;
}

/** SQL: the document is in the ledger of this export. */
export const inLedger = (organizationId: OrganizationId, exportId: string): SQL | undefined =>
  and(
    eq(documents.organizationId, organizationId),
    sql`${documents.id} IN (SELECT document_id FROM export_documents WHERE organization_id = ${organizationId}
      AND export_id = ${exportId})`,
  );

/** SQL: the document is in the ledger of an export that has not failed. */
export const hasLeft = (organizationId: OrganizationId): SQL =>
  sql`EXISTS (SELECT 1 FROM export_documents AS ledger JOIN exports AS earlier ON earlier.id = ledger.export_id
    WHERE ledger.organization_id = ${organizationId} AND ledger.document_id = ${documents.id}
      AND earlier.status <> 'failed')`;

/** Newest first; only exports all of whose documents are in these places. */
export async function listExports(
  db: TenantDatabase,
  organizationId: OrganizationId,
  places: ReachedPlaces,
  { limit, after }: PageRequest,
): Promise<readonly ExportRow[]> {
  return db
    .select()
    .from(exports)
    .where(
      and(
        eq(exports.organizationId, organizationId),
        isWithin(places),
        olderThan(exports.createdAt, exports.id, after),
      ),
    )
    .orderBy(desc(exports.createdAt), desc(exports.id))
    .limit(limit);
}

export async function findExport(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
  places: ReachedPlaces,
): Promise<ExportRow | null> {
  const [row] = await db
    .select()
    .from(exports)
    .where(and(exportOf(organizationId, id), isWithin(places)))
    .limit(1);
  return row ?? null;
}

function isWithin({ everywhere, unassigned, workspaceIds, documentIds }: ReachedPlaces): SQL | undefined {
  if (everywhere) return undefined;
  const reached = or(
    unassigned ? isNull(exportDocuments.workspaceId) : undefined,
    sql`${exportDocuments.workspaceId} IN (SELECT value FROM json_each(${JSON.stringify(workspaceIds)}))`,
    sql`${exportDocuments.documentId} IN (SELECT value FROM json_each(${JSON.stringify(documentIds)}))`,
  );
  return sql`NOT EXISTS (SELECT 1 FROM ${exportDocuments} WHERE ${exportDocuments.exportId} = ${exports.id}
    AND NOT coalesce(${reached}, 0))`;
}

export async function recordDownload(
  db: TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
): Promise<void> {
  await insertAuditEvent(db, organizationId, event);
}

/** SQL: one export. */
export const exportOf = (organizationId: OrganizationId, id: string) =>
  and(eq(exports.organizationId, organizationId), eq(exports.id, id));
