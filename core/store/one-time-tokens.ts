import { and, eq, exists, gt, isNull, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { oneTimeTokens, users } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { repeatOnce } from '../platform/transient-fault.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';
import { runAll } from './run-all.ts';

/** Tokens of emailed links. Queries start from a secret or a user, both independent of organizations. */
export type TokenPurpose = 'verify_email' | 'reset_password';

export interface NewOneTimeToken {
  readonly hash: string;
  readonly userId: UserId;
  readonly purpose: TokenPurpose;
  readonly emailNormalized: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Organization that records an audit event about a user; null for a user without one. */
export interface PersonAudit {
  readonly organizationId: OrganizationId;
  readonly event: AuditEvent;
}

/** Replaces the user's earlier tokens of the same purpose, so that only the newest link works. */
export async function replaceOneTimeToken(
  db: ControlDatabase,
  token: NewOneTimeToken,
  audit: PersonAudit | null,
): Promise<void> {
  const statements = [
    db
      .delete(oneTimeTokens)
      .where(and(eq(oneTimeTokens.userId, token.userId), eq(oneTimeTokens.purpose, token.purpose))),
    db.insert(oneTimeTokens).values(token),
    ...(audit ? [insertAuditEvent(db, audit.organizationId, audit.event).onConflictDoNothing()] : []),
  ];
  // May be repeated: the token replaces itself, and the event keeps its id.
  await repeatOnce(() => runAll(db, statements));
}

/** Returns the owner of a live token; null if it is unknown, used or expired, or if the user's address has changed. */
export async function findOneTimeToken(
  db: ControlDatabase,
  hash: string,
  purpose: TokenPurpose,
  now: number,
): Promise<{ readonly userId: UserId; readonly emailNormalized: string } | null> {
  const [row] = await db
    .select({ userId: oneTimeTokens.userId, emailNormalized: oneTimeTokens.emailNormalized })
    .from(oneTimeTokens)
    .where(and(liveToken(hash, purpose, now), exists(ownerOfToken(db))))
    .limit(1);
  return row ?? null;
}

/**
 * Statement: spends a token. Changes a row for exactly one of any number of concurrent callers; later statements in the
 * batch check `changes() > 0`.
 */
export function spendOneTimeToken(db: ControlDatabase, hash: string, purpose: TokenPurpose, now: number) {
  return db
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(liveToken(hash, purpose, now), exists(ownerOfToken(db))))
    .returning({ userId: oneTimeTokens.userId });
}

const liveToken = (hash: string, purpose: TokenPurpose, now: number) =>
  and(
    eq(oneTimeTokens.hash, hash),
    eq(oneTimeTokens.purpose, purpose),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, now),
  );

const ownerOfToken = (db: ControlDatabase) =>
  db
    .select({ one: sql`1` })
    .from(users)
    .where(
      and(
        eq(users.id, oneTimeTokens.userId),
        eq(users.emailNormalized, oneTimeTokens.emailNormalized),
        eq(users.status, 'active'),
      ),
    );
