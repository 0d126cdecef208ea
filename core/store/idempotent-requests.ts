import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { idempotentRequests } from '../db/schema/requests.ts';
import type { OrganizationId } from '../domain/id.ts';

/** A caller's key for one operation. */
export interface RequestName {
  readonly organizationId: OrganizationId;
  readonly callerId: string;
  /** SHA-256 of operation and key, hex. */
  readonly key: string;
}

export type IdempotentRow = typeof idempotentRequests.$inferSelect;

/**
 * Takes the name for one request: of any number of callers at the same time exactly one gets null and does the work;
 * the others get what is known of the one before. A name that was forgotten in time, or whose holder vanished, is free.
 */
export async function claimRequest(
  db: ControlDatabase,
  name: RequestName,
  request: string,
  times: { readonly now: number; readonly keptSince: number; readonly atWorkSince: number },
): Promise<IdempotentRow | null> {
  const { now, keptSince, atWorkSince } = times;
  const { createdAt, status } = idempotentRequests;
  const [claimed, [found]] = await db.batch([
    db
      .insert(idempotentRequests)
      .values({ ...name, request, status: null, sealedBody: null, createdAt: now })
      .onConflictDoUpdate({
        target: [idempotentRequests.organizationId, idempotentRequests.callerId, idempotentRequests.key],
        set: { request, status: null, sealedBody: null, createdAt: now },
        setWhere: sql`${createdAt} < ${keptSince} OR (${status} IS NULL AND ${createdAt} < ${atWorkSince})`,
      })
      .returning({ key: idempotentRequests.key }),
    db.select().from(idempotentRequests).where(named(name)).limit(1),
  ]);
  return claimed.length > 0 ? null : (found ?? null);
}

/** Keeps the answer of the request that was claimed at `claimedAt`. */
export async function keepAnswer(
  db: ControlDatabase,
  name: RequestName,
  claimedAt: number,
  answer: { readonly status: number; readonly sealedBody: string },
): Promise<void> {
  await db.update(idempotentRequests).set(answer).where(mine(name, claimedAt));
}

/** Nothing came of it: whoever repeats the request may try. */
export async function releaseRequest(db: ControlDatabase, name: RequestName, claimedAt: number): Promise<void> {
  await db.delete(idempotentRequests).where(mine(name, claimedAt));
}

/** Clears away what is kept no longer. */
export async function forgetRequests(db: ControlDatabase, before: number): Promise<void> {
  await db.delete(idempotentRequests).where(lt(idempotentRequests.createdAt, before));
}

const named = ({ organizationId, callerId, key }: RequestName) =>
  and(
    eq(idempotentRequests.organizationId, organizationId),
    eq(idempotentRequests.callerId, callerId),
    eq(idempotentRequests.key, key),
  );

const mine = (name: RequestName, claimedAt: number) =>
  and(named(name), isNull(idempotentRequests.status), sql`${idempotentRequests.createdAt} = ${claimedAt}`);
