import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { DocumentRow } from './documents.ts';

/** Documents by their ids, deleted ones included; ids that name none are left out. */
export async function findDocuments(
  db: TenantDatabase,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<DocumentRow[]> {
  return db
    .select()
    .from(documents)
    .where(and(eq(documents.organizationId, organizationId), isOneOf(ids)));
}

/** One bound value for any number of ids: D1 takes at most 100 per statement. */
const isOneOf = (ids: readonly string[]): SQL =>
  sql`${documents.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
