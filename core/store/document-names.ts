import { and, eq, isNull, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';
import { isIn } from './documents.ts';

/** File names of the documents among these ids that are in the places and not deleted. One bound value for all ids. */
export async function namesOfDocuments(
  db: TenantDatabase,
  organizationId: OrganizationId,
  ids: readonly string[],
  places: ReachedPlaces,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: documents.id, name: documents.name })
    .from(documents)
    .where(
      and(
        eq(documents.organizationId, organizationId),
        sql`${documents.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        isNull(documents.deletedAt),
        isIn(places),
      ),
    );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
