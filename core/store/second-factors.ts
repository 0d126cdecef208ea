import { and, eq, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { ControlDatabase } from '../db/connect.ts';
import { recoveryCodes, totpAuthenticators } from '../db/schema/sign-in.ts';
import type { SessionId, UserId } from '../domain/id.ts';
import { insertAuditEventIfChanged } from './audit.ts';
import { insertWhen } from './insert-when.ts';
import type { PersonAudit } from './one-time-tokens.ts';
import { revokeSessionsIfChanged } from './own-sessions.ts';
import { runAll } from './run-all.ts';

/** Authenticator apps and recovery codes. They belong to a person, who stands above organizations. */
/** A chained statement changes a row only if the one before it in the batch did. */
const before = sql`changes() > 0`;

export type TotpRow = typeof totpAuthenticators.$inferSelect;

/** The person's authenticator, confirmed or not, and how many recovery codes are left. One trip. */
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

/** Puts a secret that waits for its first code in the place of an earlier one that waits; a confirmed one stays. */
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
  /** The step of the code that confirmed it: that code is used up. */
  readonly step: number;
  readonly now: number;
}

/** Statement: the authenticator counts from now on. Changes a row only for the very secret that was proposed. */
export function confirmTotp(db: ControlDatabase, { userId, sealedSecret, step, now }: Confirmation, isChained = false) {
  return db
    .update(totpAuthenticators)
    .set({ confirmedAt: now, lastStep: step })
    .where(
      and(
        eq(totpAuthenticators.userId, userId),
        eq(totpAuthenticators.sealedSecret, sealedSecret),
        isNull(totpAuthenticators.confirmedAt),
        isChained ? before : undefined,
      ),
    )
    .returning({ userId: totpAuthenticators.userId });
}

/** Statement: uses up the code of a step. Changes a row only while no later step was used. */
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

/** True for a recovery code of this person that was not used. */
export async function isRecoveryCodeLeft(db: ControlDatabase, userId: UserId, hash: string): Promise<boolean> {
  const rows = await db
    .select({ hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(unusedCode(userId, hash))
    .limit(1);
  return rows.length > 0;
}

/** Statement: uses up a recovery code; changes a row for exactly one caller. */
export function spendRecoveryCode(db: ControlDatabase, userId: UserId, hash: string, now: number, isChained = false) {
  return db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(unusedCode(userId, hash), isChained ? before : undefined))
    .returning({ hash: recoveryCodes.hash });
}

/** Holds once the authenticator was confirmed at `now`. */
export const isTotpConfirmed = (userId: UserId, now: number): SQL =>
  sql`EXISTS (SELECT 1 FROM totp_authenticators WHERE user_id = ${userId} AND confirmed_at = ${now})`;

/** Statements: new recovery codes in the place of all earlier ones, while `guard` holds. */
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

/** The authenticator counts from now on; the person's other sessions end. Null: it was not the proposed one any more. */
export async function confirmTotpInSession(
  db: ControlDatabase,
  confirmation: Confirmation,
  codes: readonly string[] | null,
  keep: SessionId,
  audit: PersonAudit,
): Promise<readonly SessionId[] | null> {
  const { userId, now } = confirmation;
  const [confirmed, , ended] = await db.batch([
    confirmTotp(db, confirmation),
    insertAuditEventIfChanged(db, audit.organizationId, audit.event),
    revokeSessionsIfChanged(db, userId, keep, now),
    ...(codes ? firstRecoveryCodes(db, userId, codes, now, isTotpConfirmed(userId, now)) : []),
  ]);
  return confirmed.length > 0 ? ended.map((each) => each.id) : null;
}

/** Takes the authenticator away. `spend` uses up the proof of who asks; without its row nothing changes. */
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

/** New recovery codes. `spend` uses up the proof of who asks; without its row nothing changes. */
export async function replaceRecoveryCodes(
  db: ControlDatabase,
  userId: UserId,
  hashes: readonly string[],
  spend: readonly BatchItem<'sqlite'>[],
  audit: PersonAudit,
): Promise<boolean> {
  const event = insertAuditEventIfChanged(db, audit.organizationId, audit.event);
  const now = audit.event.occurredAt;
  // The first new code marks that the proof was good: all that follows goes by its row.
  const [first = ''] = hashes;
  const mark = insertWhen(
    db,
    recoveryCodes,
    { hash: first, userId, createdAt: now, usedAt: null },
    spend.length > 0 ? before : sql`true`,
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
