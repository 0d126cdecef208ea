import { and, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { idempotentRequests } from '../db/schema/requests.ts';
import type { OrganizationId } from '../domain/id.ts';

/** A caller's idempotency key for one operation. */
export interface RequestName {
  readonly organizationId: OrganizationId;
  readonly callerId: string;
  /** SHA-256 of operation and key, hex. */
  readonly key: string;
}

/** A request that has claimed its key and may proceed. */
export interface RequestClaim extends RequestName {
  /** Unique per request. */
  readonly claim: string;
}

export interface SealedAnswer {
  readonly status: number;
  readonly sealedBody: string;
}

export type IdempotentRow = typeof idempotentRequests.$inferSelect;

/**
 * Claims the key for one request. Of any number of concurrent callers exactly one gets null and proceeds; the others
 * get the state of the earlier request. Expired keys, and keys whose holder disappeared, are free. May be retried with
 * the same claim if it is unknown whether the first attempt was written.
 */
export async function claimRequest(
  db: ControlDatabase,
  claim: RequestClaim,
  request: string,
  times: { readonly now: number; readonly keptSince: number; readonly atWorkSince: number },
): Promise<IdempotentRow | null> {
  const { now, keptSince, atWorkSince } = times;
  const { createdAt, status } = idempotentRequests;
  const fresh = { request, claim: claim.claim, status: null, sealedBody: null, createdAt: now };
  const [, [found]] = await db.batch([
    db
      .insert(idempotentRequests)
      .values({ ...claim, ...fresh })
      .onConflictDoUpdate({
        target: [idempotentRequests.organizationId, idempotentRequests.callerId, idempotentRequests.key],
        set: fresh,
        setWhere: sql`${createdAt} < ${keptSince} OR (${status} IS NULL AND ${createdAt} < ${atWorkSince})`,
      }),
    db.select().from(idempotentRequests).where(named(claim)).limit(1),
  ]);
  return found && found.claim !== claim.claim ? found : null;
}

/** Statement: stores the response of the request holding the claim, if `guard` is true. */
export function keepAnswer(
  db: ControlDatabase | TenantDatabase,
  claim: RequestClaim,
  answer: SealedAnswer,
  guard?: SQL | undefined,
) {
  return db
    .update(idempotentRequests)
    .set(answer)
    .where(and(atWork(claim), guard));
}

/**
 * Releases a claim that produced no response, so that the request can be repeated. If a response was stored after all
 * (the change was made and only its confirmation was lost), returns it.
 */
export async function releaseRequest(db: ControlDatabase, claim: RequestClaim): Promise<IdempotentRow | null> {
  const [, [kept]] = await db.batch([
    db.delete(idempotentRequests).where(atWork(claim)),
    db
      .select()
      .from(idempotentRequests)
      .where(and(named(claim), eq(idempotentRequests.claim, claim.claim)))
      .limit(1),
  ]);
  return kept ?? null;
}

/** Deletes expired entries. */
export async function forgetRequests(db: ControlDatabase, before: number): Promise<void> {
  await db.delete(idempotentRequests).where(lt(idempotentRequests.createdAt, before));
}

const named = ({ organizationId, callerId, key }: RequestName) =>
  and(
    eq(idempotentRequests.organizationId, organizationId),
    eq(idempotentRequests.callerId, callerId),
    eq(idempotentRequests.key, key),
  );

const atWork = (claim: RequestClaim) =>
  and(named(claim), isNull(idempotentRequests.status), eq(idempotentRequests.claim, claim.claim));
