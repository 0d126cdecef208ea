import { and, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { idempotentRequests } from '../db/schema/requests.ts';
import type { OrganizationId } from '../domain/id.ts';

/** A caller's key for one operation. */
export interface RequestName {
  readonly organizationId: OrganizationId;
  readonly callerId: string;
  /** SHA-256 of operation and key, hex. */
  readonly key: string;
}

/** A request that took its name and may work. */
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
 * Takes the name for one request: of any number of callers at the same time exactly one gets null and does the work;
 * the others get what is known of the one before. A name whose time to be kept is over, or whose holder vanished, is
 * free. May be repeated with the same claim when it is unknown whether the first try was written.
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

/** Statement: keeps the answer of the request that holds the claim, while `guard` holds. */
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
 * Ends a claim that led to no answer: whoever repeats the request may try. Where an answer was kept after all, because
 * the change was made and only its confirmation was lost, that answer.
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

const atWork = (claim: RequestClaim) =>
  and(named(claim), isNull(idempotentRequests.status), eq(idempotentRequests.claim, claim.claim));
