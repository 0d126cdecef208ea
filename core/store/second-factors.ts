import { and, eq, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { ControlDatabase } from '../db/connect.ts';
import { recoveryCodes, totpAuthenticators } from '../db/schema/sign-in.ts';
import type { SessionId, UserId } from '../domain/id.ts';
import { insertAuditEventIfChanged } from './audit.ts';
import { credentialHolds } from './credential-holds.ts';
import { insertWhen } from './insert-when.ts';
import type { PersonAudit } from './one-time-tokens.ts';
import { revokeSessionsIfChanged } from './own-sessions.ts';
import { runAll } from './run-all.ts';

/** Authenticator apps and recovery codes. They belong to a user, independent of organizations. */
/** A chained statement changes a row only if the previous one in the batch did. */
export const before = sql`changes() > 0`;

export type TotpRow = typeof totpAuthenticators.$inferSelect;

/** Returns the user's authenticator, confirmed or not, and the number of unused recovery codes. One round trip. */
export async function readSecondFactors(
  db: ControlDatabase,
  userId: UserId,
): Promise<{ readonly totp: TotpRow | null; readonly recoveryCodesLeft: number }> {
  const [[totp], [codes]] = await db.batch([
    db.select().from(totpAuthenticators).where(eq(totpAuthenticators.userId, userId)).limit(1),
    db
      .select({ left: sql<number>`count(*)` })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt))),
  ]);
  return { totp: totp ?? null, recoveryCodesLeft: codes?.left ?? 0 };
}

/** Stores an unconfirmed secret, replacing an earlier unconfirmed one. A confirmed one is kept. */
export async function proposeTotp(db: ControlDatabase, userId: UserId, sealedSecret: string, now: number) {
  const fresh = { sealedSecret, createdAt: now };
  const rows = await db
    .insert(totpAuthenticators)
    .values({ userId, ...fresh })
    .onConflictDoUpdate({
      target: totpAuthenticators.userId,
      set: fresh,
      setWhere: isNull(totpAuthenticators.confirmedAt),
    })
    .returning({ userId: totpAuthenticators.userId });
  return rows.length > 0;
}

export interface Confirmation {
  readonly userId: UserId;
  readonly sealedSecret: string;
  /** Step of the confirming code, which is thereby used. */
  readonly step: number;
  readonly now: number;
}

/** Statement: activates the authenticator. Changes a row only for the proposed secret and if `guard` holds. */
export function confirmTotp(db: ControlDatabase, { userId, sealedSecret, step, now }: Confirmation, guard: SQL) {
  return db
    .update(totpAuthenticators)
    .set({ confirmedAt: now, lastStep: step })
    .where(
      and(
        eq(totpAuthenticators.userId, userId),
        eq(totpAuthenticators.sealedSecret, sealedSecret),
        isNull(totpAuthenticators.confirmedAt),
        guard,
      ),
    )
    .returning({ userId: totpAuthenticators.userId });
}

/** Statement: spends the code of a step. Changes a row only if no later step was used. */
export function spendTotpStep(db: ControlDatabase, userId: UserId, step: number, isChained = false) {
  return db
    .update(totpAuthenticators)
    .set({ lastStep: step })
    .where(
      and(
        eq(totpAuthenticators.userId, userId),
        isNotNull(totpAuthenticators.confirmedAt),
        or(isNull(totpAuthenticators.lastStep), lt(totpAuthenticators.lastStep, step)),
        isChained ? before : undefined,
      ),
    )
    .returning({ userId: totpAuthenticators.userId });
}

/** Returns whether the user has this recovery code and has not used it. */
export async function isRecoveryCodeLeft(db: ControlDatabase, userId: UserId, hash: string): Promise<boolean> {
  const rows = await db
    .select({ hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(unusedCode(userId, hash))
    .limit(1);
  return rows.length > 0;
}

/** Statement: spends a recovery code; changes a row for exactly one caller. */
export function spendRecoveryCode(db: ControlDatabase, userId: UserId, hash: string, now: number, isChained = false) {
  return db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(unusedCode(userId, hash), isChained ? before : undefined))
    .returning({ hash: recoveryCodes.hash });
}

/** SQL: true once the authenticator was confirmed at `now`. */
export const isTotpConfirmed = (userId: UserId, now: number): SQL =>
  sql`EXISTS (SELECT 1 FROM totp_authenticators WHERE user_id = ${userId} AND confirmed_at = ${now})`;

/** Statements: replace all recovery codes, if `guard` is true. */
export function firstRecoveryCodes(
  db: ControlDatabase,
  userId: UserId,
  hashes: readonly string[],
  now: number,
  guard: SQL,
): readonly BatchItem<'sqlite'>[] {
  return [
    db.delete(recoveryCodes).where(and(eq(recoveryCodes.userId, userId), guard)),
    ...hashes.map((hash) => insertWhen(db, recoveryCodes, { hash, userId, createdAt: now, usedAt: null }, guard)),
  ];
}

/**
 * Activates the authenticator and ends the user's other sessions. Null if the proposed secret has changed or the session
 * has ended.
 */
export async function confirmTotpInSession(
  db: ControlDatabase,
  confirmation: Confirmation,
  codes: readonly string[] | null,
  keep: SessionId,
  audit: PersonAudit,
): Promise<readonly SessionId[] | null> {
  const { userId, now } = confirmation;
  const [confirmed, , ended] = await db.batch([
    confirmTotp(db, confirmation, credentialHolds(db, audit.event.credential, now)),
    insertAuditEventIfChanged(db, audit.organizationId, audit.event),
    revokeSessionsIfChanged(db, userId, keep, now),
    ...(codes ? firstRecoveryCodes(db, userId, codes, now, isTotpConfirmed(userId, now)) : []),
  ]);
  return confirmed.length > 0 ? ended.map((each) => each.id) : null;
}

/** Removes the authenticator. `spend` spends the caller's re-authentication; if it changes no row, nothing happens. */
export async function removeTotp(
  db: ControlDatabase,
  userId: UserId,
  spend: readonly BatchItem<'sqlite'>[],
  isLastFactor: boolean,
  audit: PersonAudit,
): Promise<boolean> {
  const removed = db
    .delete(totpAuthenticators)
    .where(
      and(
        eq(totpAuthenticators.userId, userId),
        isNotNull(totpAuthenticators.confirmedAt),
        spend.length > 0 ? before : undefined,
      ),
    );
  const rest = [
    insertAuditEventIfChanged(db, audit.organizationId, audit.event),
    ...(isLastFactor ? [db.delete(recoveryCodes).where(and(eq(recoveryCodes.userId, userId), before))] : []),
    db.select().from(totpAuthenticators).where(eq(totpAuthenticators.userId, userId)),
  ];
  const results: readonly unknown[] = await runAll(db, [...spend, removed, ...rest]);
  const left = results.at(-1);
  return Array.isArray(left) && left.length === 0;
}

/**
 * Replaces the recovery codes. `spend` spends the caller's re-authentication; if it changes no row, or the session has
 * ended, nothing happens.
 */
export async function replaceRecoveryCodes(
  db: ControlDatabase,
  userId: UserId,
  hashes: readonly string[],
  spend: readonly BatchItem<'sqlite'>[],
  audit: PersonAudit,
): Promise<boolean> {
  const event = insertAuditEventIfChanged(db, audit.organizationId, audit.event);
  const now = audit.event.occurredAt;
  // The row of the first new code indicates that the re-authentication succeeded; the following statements depend on
  // it.
  const [first = ''] = hashes;
  const mark = insertWhen(
    db,
    recoveryCodes,
    { hash: first, userId, createdAt: now, usedAt: null },
    sql`${spend.length > 0 ? before : sql`true`} AND ${credentialHolds(db, audit.event.credential, now)}`,
  );
  const marked = sql`EXISTS (SELECT 1 FROM recovery_codes WHERE hash = ${first})`;
  const rest = [
    event,
    db.delete(recoveryCodes).where(and(eq(recoveryCodes.userId, userId), sql`hash <> ${first}`, marked)),
    ...hashes
      .slice(1)
      .map((hash) => insertWhen(db, recoveryCodes, { hash, userId, createdAt: now, usedAt: null }, marked)),
    db.select().from(recoveryCodes).where(eq(recoveryCodes.hash, first)),
  ];
  const results: readonly unknown[] = await runAll(db, [...spend, mark, ...rest]);
  const made = results.at(-1);
  return Array.isArray(made) && made.length > 0;
}

const unusedCode = (userId: UserId, hash: string) =>
  and(eq(recoveryCodes.hash, hash), eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
