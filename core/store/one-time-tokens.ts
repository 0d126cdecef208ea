import { and, eq, exists, gt, isNull, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { oneTimeTokens, users } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';

/** Tokens of mailed links. They start from a secret or a person, both above organizations. */
export type TokenPurpose = 'verify_email' | 'reset_password';

export interface NewOneTimeToken {
  readonly hash: string;
  readonly userId: UserId;
  readonly purpose: TokenPurpose;
  readonly emailNormalized: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Where the audit event of something about a person goes; null for a person without an organization. */
export interface PersonAudit {
  readonly organizationId: OrganizationId;
  readonly event: AuditEvent;
}

/** Puts a token in the place of the person's earlier ones of the same purpose: only the newest link works. */
export async function replaceOneTimeToken(
  db: ControlDatabase,
  token: NewOneTimeToken,
  audit: PersonAudit | null,
): Promise<void> {
  await db.batch([
    db
      .delete(oneTimeTokens)
      .where(and(eq(oneTimeTokens.userId, token.userId), eq(oneTimeTokens.purpose, token.purpose))),
    db.insert(oneTimeTokens).values(token),
    ...(audit ? [insertAuditEvent(db, audit.organizationId, audit.event)] : []),
  ]);
}

/** Whose live token this is; null when it is unknown, used or past its end, or the person has another address now. */
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
 * Statement: spends a token. Of any number of callers at the same time it changes a row for exactly one; statements
 * after it in the batch go by `changes() > 0`.
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
