import { type SQL, sql } from 'drizzle-orm';
import { documents } from '../db/schema/tenant.ts';
import { DOCUMENT_ORDERS, type DocumentOrder, type DocumentSort } from '../domain/document-order.ts';
import type { SortPosition } from './sort-cursor.ts';

type Row = typeof documents.$inferSelect;

/**
 * Sort keys of the document list. Each is the expression of an index together with the organization and the id
 * (`core/db/schema/tenant.ts`), so that a page is read from its beginning wherever it lies. A missing value comes first.
 */
const KEYS: Readonly<Record<DocumentOrder, { readonly sql: SQL; readonly of: (row: Row) => string | number }>> = {
  created_at: { sql: sql`${documents.createdAt}`, of: (row) => row.createdAt },
  name: { sql: sql`${documents.name} COLLATE NOCASE`, of: (row) => row.name },
  vendor: {
    sql: sql`CASE WHEN ${documents.vendorName} IS NULL THEN '' ELSE ${documents.vendorName} END COLLATE NOCASE`,
    of: (row) => row.vendorName ?? '',
  },
  document_date: {
    sql: sql`CASE WHEN ${documents.documentDate} IS NULL THEN '' ELSE ${documents.documentDate} END`,
    of: (row) => row.documentDate ?? '',
  },
  total: {
    sql: sql`CASE WHEN ${documents.totalValue} IS NULL THEN -1e308 ELSE ${documents.totalValue} END`,
    of: (row) => row.totalValue ?? -1e308,
  },
  status: { sql: sql`${documents.status}`, of: (row) => row.status },
  stops: {
    sql: sql`CASE WHEN ${documents.stops} IS NULL THEN -1 ELSE ${documents.stops} END`,
    of: (row) => row.stops ?? -1,
  },
};

const orderOf = (sort: DocumentSort): DocumentOrder => {
  const name = sort.startsWith('-') ? sort.slice(1) : sort;
  return DOCUMENT_ORDERS.find((order) => order === name) ?? 'created_at';
};

const isDescending = (sort: DocumentSort): boolean => sort.startsWith('-');

/** The rows after the cursor, compared as a row value. */
export function afterPosition(sort: DocumentSort, after: SortPosition | undefined): SQL | undefined {
  if (after === undefined) return undefined;
  const { sql: key } = KEYS[orderOf(sort)];
  const comparison = sql.raw(isDescending(sort) ? '<' : '>');
  return sql`(${key}, ${documents.id}) ${comparison} (${after.key}, ${after.id})`;
}

export function orderBy(sort: DocumentSort): readonly [SQL, SQL] {
  const direction = sql.raw(isDescending(sort) ? 'DESC' : 'ASC');
  return [sql`${KEYS[orderOf(sort)].sql} ${direction}`, sql`${documents.id} ${direction}`];
}

export const positionOf = (sort: DocumentSort, row: Row): SortPosition => ({
  sort,
  key: KEYS[orderOf(sort)].of(row),
  id: row.id,
});
