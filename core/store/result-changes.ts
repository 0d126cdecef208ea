import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { resultChanges } from '../db/schema/tenant.ts';
import type { DocumentId, JobId, OrganizationId } from '../domain/id.ts';

export type ResultChangeRow = typeof resultChanges.$inferSelect;

/** The last correction of a run that was not undone. */
export async function findLastCorrection(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  jobId: JobId,
): Promise<ResultChangeRow | null> {
  const [row] = await db
    .select()
    .from(resultChanges)
    .where(and(ofRun(organizationId, documentId, jobId), isNull(resultChanges.undoneAt)))
    .orderBy(desc(resultChanges.version))
    .limit(1);
  return row ?? null;
}

/** The corrections of a run and what undid them, newest first, below a version. */
export async function listCorrections(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  jobId: JobId,
  { limit, below }: { readonly limit: number; readonly below: number | undefined },
): Promise<ResultChangeRow[]> {
  return db
    .select()
    .from(resultChanges)
    .where(
      and(ofRun(organizationId, documentId, jobId), below === undefined ? undefined : lt(resultChanges.version, below)),
    )
    .orderBy(desc(resultChanges.version))
    .limit(limit);
}

/** Corrections of one run that are looked through for changed rows; a document has a handful. */
const MAX_CORRECTIONS = 1_000;

/** Whether rows were corrected, in cells or as a whole, by corrections that stand. */
export async function wereRowsCorrected(
  db: TenantDatabase,
  organizationId: OrganizationId,
  documentId: DocumentId,
  jobId: JobId,
): Promise<boolean> {
  const rows = await db
    .select({ changes: resultChanges.changes })
    .from(resultChanges)
    .where(and(ofRun(organizationId, documentId, jobId), isNull(resultChanges.undoneAt)))
    .limit(MAX_CORRECTIONS);
  return rows.some(({ changes }) => Object.keys(JSON.parse(changes)).some((name) => name.startsWith('line_items[')));
}

const ofRun = (organizationId: OrganizationId, documentId: DocumentId, jobId: JobId) =>
  and(
    eq(resultChanges.organizationId, organizationId),
    eq(resultChanges.documentId, documentId),
    eq(resultChanges.jobId, jobId),
  );
