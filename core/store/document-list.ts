import { and, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { documents } from '../db/schema/tenant.ts';
import type { DocumentSort } from '../domain/document-order.ts';
import { DOCUMENT_STATUSES, type DocumentStatus } from '../domain/document-status.ts';
import type { DocumentType } from '../domain/document-types.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';
import { queryWords } from '../domain/search-words.ts';
import { containsText } from './contains-text.ts';
import { afterPosition, orderBy } from './document-order.ts';
import { holdsWords } from './document-search.ts';
import { type DocumentRow, isIn } from './documents.ts';
import { idEquals } from './id-equals.ts';
import type { SortPosition } from './sort-cursor.ts';

export interface DocumentFilter {
  /** Words; see `core/domain/search-words.ts`. */
  readonly text?: string | undefined;
  readonly statuses?: readonly DocumentStatus[] | undefined;
  readonly documentType?: DocumentType | undefined;
  readonly workspaceId?: string | undefined;
  readonly batchId?: string | undefined;
  /** Null: nobody. */
  readonly assigneeId?: string | null | undefined;
  readonly vendor?: string | undefined;
  /** Inclusive. */
  readonly amountMin?: number | undefined;
  readonly amountMax?: number | undefined;
  /** Dates on the document, `YYYY-MM-DD`, inclusive and exclusive. */
  readonly dateFrom?: string | undefined;
  readonly dateBefore?: string | undefined;
  /** Creation, Unix milliseconds, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly deleted: boolean;
  /** Where the asker reaches documents; anything else is not there for them. */
  readonly places: ReachedPlaces;
}

export interface DocumentPage {
  readonly limit: number;
  readonly sort: DocumentSort;
  readonly after?: SortPosition | undefined;
}

/** One page of an organization's documents, by keyset: page 1,000 costs what page 1 costs. */
export async function listDocuments(
  db: TenantDatabase,
  organizationId: OrganizationId,
  filter: DocumentFilter,
  { limit, sort, after }: DocumentPage,
): Promise<DocumentRow[]> {
  return db
    .select()
    .from(documents)
    .where(and(fits(organizationId, filter), afterPosition(sort, after)))
    .orderBy(...orderBy(sort))
    .limit(limit);
}

/** How many documents of each status fit the filter, whatever its own statuses. Counting one status ends at `limit`. */
export async function countDocuments(
  db: TenantDatabase,
  organizationId: OrganizationId,
  filter: DocumentFilter,
  limit: number,
): Promise<ReadonlyMap<DocumentStatus, number>> {
  const one = (status: DocumentStatus) => {
    const found = db
      .select({ one: sql`1` })
      .from(documents)
      .where(fits(organizationId, { ...filter, statuses: [status] }))
      .limit(limit)
      .as('found');
    return db.select({ n: sql<number>`count(*)` }).from(found);
  };
  const [first, ...others] = DOCUMENT_STATUSES;
  const counts = await db.batch([one(first), ...others.map(one)]);
  return new Map(DOCUMENT_STATUSES.map((status, at) => [status, counts[at]?.[0]?.n ?? 0]));
}

/** SQL: a document fits the filter. */
export function fits(organizationId: OrganizationId, filter: DocumentFilter): SQL | undefined {
  const { statuses, assigneeId, amountMin, amountMax, dateFrom, dateBefore, from, to } = filter;
  return and(
    eq(documents.organizationId, organizationId),
    filter.deleted ? isNotNull(documents.deletedAt) : isNull(documents.deletedAt),
    isIn(filter.places),
    statuses && inArray(documents.status, [...statuses]),
    filter.documentType && eq(documents.documentType, filter.documentType),
    filter.workspaceId ? eq(documents.workspaceId, filter.workspaceId) : undefined,
    filter.batchId ? eq(documents.batchId, filter.batchId) : undefined,
    assigneeId === null ? isNull(documents.assigneeId) : undefined,
    assigneeId ? idEquals(documents.assigneeId, assigneeId) : undefined,
    filter.vendor ? containsText([documents.vendorName], filter.vendor) : undefined,
    amountMin !== undefined ? gte(documents.totalValue, amountMin) : undefined,
    amountMax !== undefined ? sql`${documents.totalValue} <= ${amountMax}` : undefined,
    dateFrom !== undefined ? gte(documents.documentDate, dateFrom) : undefined,
    dateBefore !== undefined ? lt(documents.documentDate, dateBefore) : undefined,
    from !== undefined ? gte(documents.createdAt, from) : undefined,
    to !== undefined ? lt(documents.createdAt, to) : undefined,
    filter.text ? holdsText(organizationId, filter.text) : undefined,
  );
}

/** Text without a letter or digit is looked for as it stands. */
function holdsText(organizationId: OrganizationId, text: string): SQL {
  const words = queryWords(text);
  if (words.length > 0) return holdsWords(organizationId, words);
  return containsText([documents.name, documents.vendorName, documents.documentNumber, documents.externalId], text);
}
