import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents, exportDocuments, exports, results } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { type ExportRow, exportOf, hasLeft, inLedger } from './exports.ts';

/** Making the files of exports: leases, progress and the end. */

/** Takes the oldest open export that nobody works on, and counts the attempt. Null if there is none. */
export async function claimExport(
  db: TenantDatabase,
  organizationId: OrganizationId,
  { token, now, until }: { readonly token: string; readonly now: number; readonly until: number },
): Promise<ExportRow | null> {
  const free = sql`(SELECT id FROM exports WHERE organization_id = ${organizationId}
    AND status IN ('queued', 'running') AND (lease_until IS NULL OR lease_until <= ${now})
    ORDER BY created_at, id LIMIT 1)`;
  const [row] = await db
    .update(exports)
    .set({ status: 'running', leaseToken: token, leaseUntil: until, attempts: sql`${exports.attempts} + 1` })
    .where(and(eq(exports.organizationId, organizationId), sql`${exports.id} = ${free}`))
    .returning();
  return row ?? null;
}

/** The documents after a position, in the order of the export, with the place of their results. */
export async function listExportedDocuments(
  db: TenantDatabase,
  organizationId: OrganizationId,
  exportId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
) {
  return db
    .select({
      position: exportDocuments.position,
      document: documents,
      result: { objectKey: results.objectKey, sha256: results.sha256, size: results.size },
    })
    .from(exportDocuments)
    .leftJoin(
      documents,
      and(
        eq(documents.organizationId, exportDocuments.organizationId),
        eq(documents.id, exportDocuments.documentId),
        isNull(documents.deletedAt),
      ),
    )
    .leftJoin(
      results,
      and(
        eq(results.organizationId, documents.organizationId),
        eq(results.documentId, documents.id),
        eq(results.jobId, documents.currentJobId),
      ),
    )
    .where(
      and(
        eq(exportDocuments.organizationId, organizationId),
        eq(exportDocuments.exportId, exportId),
        gt(exportDocuments.position, after),
      ),
    )
    .orderBy(asc(exportDocuments.position))
    .limit(limit);
}

type Held = Pick<ExportRow, 'organizationId' | 'id' | 'leaseToken'>;

const held = ({ organizationId, id, leaseToken }: Held) =>
  and(exportOf(organizationId, id), eq(exports.leaseToken, leaseToken ?? ''), eq(exports.status, 'running'));

/** Records written parts. False if the lease was lost. */
export async function advanceExport(
  db: TenantDatabase,
  lease: Held,
  to: Pick<ExportRow, 'done' | 'parts' | 'size' | 'leaseUntil'>,
): Promise<boolean> {
  const changed = await db
    .update(exports)
    .set({ ...to, attempts: 0 })
    .where(held(lease))
    .returning({ id: exports.id });
  return changed.length > 0;
}

/** Ends an export with its file. False if the lease was lost. */
export async function completeExport(
  db: TenantDatabase,
  lease: Held,
  { at, expiresAt }: { readonly at: number; readonly expiresAt: number },
  event: AuditEvent,
): Promise<boolean> {
  const [changed] = await db.batch([
    db
      .update(exports)
      .set({ status: 'completed', finishedAt: at, expiresAt, leaseToken: null, leaseUntil: null })
      .where(held(lease))
      .returning({ id: exports.id }),
    insertAuditEventIfChanged(db, lease.organizationId, event),
  ]);
  return changed.length > 0;
}

/** Ends an export without a file. Its documents may leave with another, and have not left yet. */
export async function failExport(db: TenantDatabase, lease: Held, at: number, event: AuditEvent): Promise<void> {
  const { organizationId, id } = lease;
  await db.batch([
    db.update(exports).set({ status: 'failed', finishedAt: at, leaseToken: null, leaseUntil: null }).where(held(lease)),
    insertAuditEventIfChanged(db, organizationId, event),
    db
      .update(documents)
      .set({ exportedAt: null })
      .where(
        and(
          inLedger(organizationId, id),
          sql`NOT ${hasLeft(organizationId)}`,
          sql`EXISTS (SELECT 1 FROM exports WHERE organization_id = ${organizationId} AND id = ${id}
            AND status = 'failed')`,
        ),
      ),
  ]);
}

/** Organizations with open exports that nobody works on, across the whole shard. For the sweeper. */
export async function listOrganizationsWithExports(
  db: TenantDatabase,
  now: number,
  limit: number,
): Promise<readonly OrganizationId[]> {
  const rows = await db
    .selectDistinct({ id: exports.organizationId })
    .from(exports)
    .where(
      and(
        sql`${exports.status} IN ('queued', 'running')`,
        or(isNull(exports.leaseUntil), lte(exports.leaseUntil, now)),
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Files whose time is over, across the whole shard. For the sweeper. */
export async function listExpiredExports(
  db: TenantDatabase,
  now: number,
  limit: number,
): Promise<readonly Pick<ExportRow, 'id' | 'organizationId'>[]> {
  return db
    .select({ id: exports.id, organizationId: exports.organizationId })
    .from(exports)
    .where(and(eq(exports.status, 'completed'), lte(exports.expiresAt, now)))
    .limit(limit);
}

export async function expireExport(
  db: TenantDatabase,
  { organizationId, id }: Pick<ExportRow, 'id' | 'organizationId'>,
): Promise<void> {
  await db
    .update(exports)
    .set({ status: 'expired' })
    .where(and(exportOf(organizationId, id), eq(exports.status, 'completed')));
}
