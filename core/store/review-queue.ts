import { and, asc, count, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { auditEvents, documents } from '../db/schema/tenant.ts';
import type { DocumentType } from '../domain/document-types.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import type { ReachedPlaces } from '../domain/reach.ts';
import { type AuditEvent, auditRow } from './audit.ts';
import { containsText } from './contains-text.ts';
import { type DocumentRow, isIn } from './documents.ts';
import { insertWhen } from './insert-when.ts';
import type { PageRequest } from './page.ts';
import { isFreeFor, type ReviewLock } from './review-locks.ts';

export type ReviewOrder = 'age' | 'amount' | 'vendor';
/** `open`: waiting for review now; `failed` cannot be reviewed but wants attention. */
export type ReviewShelf = 'open' | 'mine' | 'unassigned' | 'postponed' | 'failed';

export interface ReviewFilter {
  /** Whose `mine` is. */
  readonly userId: UserId;
  /** Unix milliseconds. */
  readonly now: number;
  /** Where the caller may review documents. */
  readonly places: ReachedPlaces;
  readonly text?: string | undefined;
  readonly documentType?: DocumentType | undefined;
  readonly workspaceId?: string | undefined;
}

export async function countReviewQueue(db: TenantDatabase, organizationId: OrganizationId, filter: ReviewFilter) {
  const number = (shelf: ReviewShelf) =>
    sql<number>`coalesce(sum(CASE WHEN ${onShelf(shelf, filter)} THEN 1 ELSE 0 END), 0)`;
  const [counts] = await db
    .select({
      needs_review: number('open'),
      unassigned: number('unassigned'),
      mine: number('mine'),
      postponed: number('postponed'),
      failed: number('failed'),
    })
    .from(documents)
    .where(and(inQueue(organizationId, filter), inArray(documents.status, ['needs_review', 'failed'])));
  return counts ?? { needs_review: 0, unassigned: 0, mine: 0, postponed: 0, failed: 0 };
}

/** One page of the queue. The cursor is the id of the last document; its place in the order is looked up. */
export async function listReviewQueue(
  db: TenantDatabase,
  organizationId: OrganizationId,
  filter: ReviewFilter & { readonly shelf: ReviewShelf; readonly order: ReviewOrder },
  { limit, after }: PageRequest,
): Promise<DocumentRow[]> {
  const key = KEYS[filter.order];
  const compare = filter.order === 'amount' ? sql`<` : sql`>`;
  const direction = filter.order === 'amount' ? desc : asc;
  const last =
    after && sql`(SELECT ${key}, id FROM documents WHERE organization_id = ${organizationId} AND id = ${after.id})`;
  return db
    .select()
    .from(documents)
    .where(
      and(
        inQueue(organizationId, filter),
        onShelf(filter.shelf, filter),
        last && sql`(${key}, ${documents.id}) ${compare} ${last}`,
      ),
    )
    .orderBy(direction(key), direction(documents.id))
    .limit(limit);
}

export interface NextReview extends ReviewFilter {
  readonly order: ReviewOrder;
  /** Only documents assigned to the caller. */
  readonly mine: boolean;
  /** Documents to pass over. */
  readonly skip: readonly string[];
}

/**
 * Locks the next document of the queue and returns it, in one statement, so that two people never get the same one. What
 * is assigned to the caller comes first and what is assigned to others is left to them; then by priority and order.
 */
export async function takeNextReview(
  db: TenantDatabase,
  organizationId: OrganizationId,
  next: NextReview,
  lock: ReviewLock,
  event: AuditEvent,
): Promise<DocumentRow | null> {
  const first = sql`(SELECT ${documents.id} FROM ${documents} WHERE ${waitingFor(organizationId, next)}
    ORDER BY ${sql.join([...orderOf(next)], sql`, `)} LIMIT 1)`;
  const [, [taken]] = await db.batch([
    insertWhen(
      db,
      auditEvents,
      { ...auditRow(organizationId, event), targetId: first },
      sql`EXISTS (SELECT 1 FROM ${documents} WHERE ${documents.organizationId} = ${organizationId}
        AND ${documents.id} = ${first} AND NOT ${isHeldBy(lock.userId, lock.now)})`,
    ),
    db
      .update(documents)
      .set({ lockedBy: lock.userId, lockedUntil: lock.until })
      .where(and(eq(documents.organizationId, organizationId), sql`${documents.id} = ${first}`))
      .returning(),
  ]);
  return taken ?? null;
}

/** Documents that the caller would be handed after the one they have, and how many there are, without locking any. */
export async function peekNextReviews(
  db: TenantDatabase,
  organizationId: OrganizationId,
  next: NextReview,
  limit: number,
): Promise<{ readonly rows: readonly DocumentRow[]; readonly count: number }> {
  const waiting = waitingFor(organizationId, next);
  const [rows, [total]] = await db.batch([
    db
      .select()
      .from(documents)
      .where(waiting)
      .orderBy(...orderOf(next))
      .limit(limit),
    db.select({ count: count() }).from(documents).where(waiting),
  ]);
  return { rows, count: total?.count ?? 0 };
}

const waitingFor = (organizationId: OrganizationId, next: NextReview): SQL | undefined =>
  and(
    inQueue(organizationId, next),
    onShelf('open', next),
    isFreeFor(next.userId, next.now),
    next.mine ? undefined : or(isNull(documents.assigneeId), eq(documents.assigneeId, next.userId)),
    next.mine ? eq(documents.assigneeId, next.userId) : undefined,
    next.skip.length > 0
      ? sql`${documents.id} NOT IN (SELECT value FROM json_each(${JSON.stringify(next.skip)}))`
      : undefined,
  );

/** A document that the caller already has comes first: their request may have been lost on the way back. */
const orderOf = ({ order, userId, now }: NextReview): readonly SQL[] => [
  sql`${isHeldBy(userId, now)} DESC`,
  sql`coalesce(${documents.assigneeId} = ${userId}, 0) DESC`,
  sql`CASE ${documents.priority} WHEN 'high' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END`,
  order === 'amount' ? desc(KEYS.amount) : asc(KEYS[order]),
  asc(documents.id),
];

const isHeldBy = (userId: UserId, now: number): SQL =>
  sql`coalesce(${documents.lockedBy} = ${userId} AND ${documents.lockedUntil} > ${now}, 0)`;

const KEYS: Readonly<Record<ReviewOrder, SQL>> = {
  age: sql`${documents.createdAt}`,
  amount: sql`abs(CAST(coalesce(${documents.totalAmount}, '0') AS REAL))`,
  vendor: sql`lower(coalesce(${documents.vendorName}, ''))`,
};

const inQueue = (organizationId: OrganizationId, filter: ReviewFilter): SQL | undefined =>
  and(
    eq(documents.organizationId, organizationId),
    isNull(documents.deletedAt),
    isIn(filter.places),
    filter.documentType && eq(documents.documentType, filter.documentType),
    filter.workspaceId ? eq(documents.workspaceId, filter.workspaceId) : undefined,
    filter.text
      ? containsText(
          [documents.name, documents.vendorName, documents.documentNumber, documents.externalId],
          filter.text,
        )
      : undefined,
  );

function onShelf(shelf: ReviewShelf, { userId, now }: ReviewFilter): SQL | undefined {
  if (shelf === 'failed') return eq(documents.status, 'failed');
  const waits = eq(documents.status, 'needs_review');
  if (shelf === 'postponed') return and(waits, gt(documents.postponedUntil, now));
  const due = or(isNull(documents.postponedUntil), lte(documents.postponedUntil, now));
  if (shelf === 'open') return and(waits, due);
  return and(waits, due, shelf === 'mine' ? eq(documents.assigneeId, userId) : isNull(documents.assigneeId));
}
