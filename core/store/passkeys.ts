import { and, asc, eq, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { passkeys, recoveryCodes } from '../db/schema/sign-in.ts';
import type { SessionId, UserId } from '../domain/id.ts';
import { insertAuditEventIfChanged } from './audit.ts';
import { credentialHolds } from './credential-holds.ts';
import { insertWhen } from './insert-when.ts';
import type { PersonAudit } from './one-time-tokens.ts';
import type { Spending } from './open-session.ts';
import { revokeSessionsIfChanged } from './own-sessions.ts';
import { runAll } from './run-all.ts';
import { firstRecoveryCodes } from './second-factors.ts';

/** Passkeys. They belong to a user, independent of organizations. */
export type PasskeyRow = Omit<typeof passkeys.$inferSelect, 'userId'> & { readonly userId: UserId };

export async function listPasskeys(db: ControlDatabase, userId: UserId): Promise<readonly PasskeyRow[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}

/** Returns the owner of a credential, before the user is known. */
export async function findPasskey(db: ControlDatabase, credentialId: string): Promise<PasskeyRow | null> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId)).limit(1);
  return row ?? null;
}

/**
 * Adds a passkey if the user has fewer than `most`. The first factor also creates recovery codes and ends the other
 * sessions. Null if the limit is reached or the session has ended. Rejects for a credential that already exists.
 */
export async function insertPasskey(
  db: ControlDatabase,
  passkey: PasskeyRow,
  most: number,
  first: { readonly codes: readonly string[]; readonly keep: SessionId } | null,
  audit: PersonAudit,
): Promise<readonly SessionId[] | null> {
  const { userId, createdAt } = passkey;
  const holds = credentialHolds(db, audit.event.credential, createdAt);
  const added = sql`EXISTS (SELECT 1 FROM passkeys WHERE id = ${passkey.id})`;
  const results = await runAll(db, [
    insertWhen(
      db,
      passkeys,
      passkey,
      sql`(SELECT count(*) FROM passkeys WHERE user_id = ${userId}) < ${most} AND ${holds}`,
    ),
    insertAuditEventIfChanged(db, audit.organizationId, audit.event),
    ...(first ? [revokeSessionsIfChanged(db, userId, first.keep, createdAt)] : []),
    ...(first ? firstRecoveryCodes(db, userId, first.codes, createdAt, added) : []),
    db.select({ id: passkeys.id }).from(passkeys).where(eq(passkeys.id, passkey.id)),
  ]);
  const found = results.at(-1);
  if (!Array.isArray(found) || found.length === 0) return null;
  const ended: unknown = first ? results[2] : [];
  return Array.isArray(ended) ? ended.map((row: { readonly id: SessionId }) => row.id) : [];
}

/** Statement: records a use. Changes a row only if the passkey was not used since it was read. */
export function spendPasskey(db: ControlDatabase, passkey: PasskeyRow, counter: number, now: number): Spending {
  return db
    .update(passkeys)
    .set({ counter, lastUsedAt: now })
    .where(
      and(
        eq(passkeys.id, passkey.id),
        eq(passkeys.userId, passkey.userId),
        eq(passkeys.counter, passkey.counter),
        passkey.lastUsedAt === null ? sql`last_used_at IS NULL` : eq(passkeys.lastUsedAt, passkey.lastUsedAt),
      ),
    );
}

/** False if it does not belong to this user. */
export async function renamePasskey(
  db: ControlDatabase,
  userId: UserId,
  id: string,
  name: string,
  audit: PersonAudit,
): Promise<boolean> {
  const [changed] = await db.batch([
    db
      .update(passkeys)
      .set({ name })
      .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)))
      .returning({ id: passkeys.id }),
    insertAuditEventIfChanged(db, audit.organizationId, audit.event),
  ]);
  return changed.length > 0;
}

/** Deletes a passkey and, with the last factor, the recovery codes. `spend` spends the caller's re-authentication. */
export async function deletePasskey(
  db: ControlDatabase,
  userId: UserId,
  id: string,
  spend: readonly Spending[],
  isLastFactor: boolean,
  audit: PersonAudit,
): Promise<boolean> {
  const proven = spend.length > 0 ? sql`changes() > 0` : undefined;
  const results = await runAll(db, [
    ...spend,
    db.delete(passkeys).where(and(eq(passkeys.id, id), eq(passkeys.userId, userId), proven)),
    insertAuditEventIfChanged(db, audit.organizationId, audit.event),
    ...(isLastFactor
      ? [db.delete(recoveryCodes).where(and(eq(recoveryCodes.userId, userId), sql`changes() > 0`))]
      : []),
    db
      .select({ id: passkeys.id })
      .from(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId))),
  ]);
  const left = results.at(-1);
  return Array.isArray(left) && left.length === 0;
}
