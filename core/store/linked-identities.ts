import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { users } from '../db/schema/control.ts';
import { linkedIdentities } from '../db/schema/sign-in.ts';
import type { UserId } from '../domain/id.ts';
import { newId } from '../platform/ids.ts';
import { type EndedAccess, endEarlierAccess, endedAccess, provedAt } from './address-proof.ts';
import { insertAuditEventIfChanged } from './audit.ts';
import { insertWhen } from './insert-when.ts';
import type { PersonAudit } from './one-time-tokens.ts';
import { runAll } from './run-all.ts';

/** Accounts elsewhere that open one here. They belong to a person, above organizations. */
export type LinkedIdentityRow = typeof linkedIdentities.$inferSelect;

/** Who an account elsewhere is: the issuer and what it calls the account, never an e-mail. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

export interface NewLink extends Subject {
  readonly userId: UserId;
  readonly providerId: string;
  readonly email: string | null;
}

export async function findLinkedIdentity(db: ControlDatabase, at: Subject): Promise<LinkedIdentityRow | null> {
  const [row] = await db.select().from(linkedIdentities).where(isSubject(at)).limit(1);
  return row ?? null;
}

export async function listLinkedIdentities(db: ControlDatabase, userId: UserId): Promise<LinkedIdentityRow[]> {
  return db
    .select()
    .from(linkedIdentities)
    .where(eq(linkedIdentities.userId, userId))
    .orderBy(asc(linkedIdentities.createdAt));
}

/** Links an account to a person. False, and nothing done, when it is linked to anybody already. */
export async function linkIdentity(
  db: ControlDatabase,
  link: NewLink,
  now: number,
  audit: PersonAudit | null,
): Promise<boolean> {
  const row = { ...link, id: newId('linkedIdentity', now), createdAt: now, lastUsedAt: null };
  const results = await runAll(db, [
    insertWhen(db, linkedIdentities, row, isUnlinked(link)),
    ...(audit ? [insertAuditEventIfChanged(db, audit.organizationId, audit.event)] : []),
    db.select({ id: linkedIdentities.id }).from(linkedIdentities).where(eq(linkedIdentities.id, row.id)),
  ]);
  const found = results.at(-1);
  return Array.isArray(found) && found.length > 0;
}

/**
 * A provider vouches for an address that nobody has proved yet: its holder takes the account over. The address is
 * proved, the password and all that opened the account before end, and the account at the provider is linked. Null: the
 * address was proved meanwhile, or the account at the provider is linked to anybody already.
 */
export async function takeOverByIdentity(
  db: ControlDatabase,
  link: NewLink,
  now: number,
  audit: PersonAudit | null,
): Promise<EndedAccess | null> {
  const row = { ...link, id: newId('linkedIdentity', now), createdAt: now, lastUsedAt: null };
  const [ended, revoked, ...rest] = endEarlierAccess(db, link.userId, now, null);
  const [proved, , endedRows, revokedRows] = await db.batch([
    db
      .update(users)
      .set({ emailVerifiedAt: now, passwordHash: null, updatedAt: now })
      .where(and(eq(users.id, link.userId), isNull(users.emailVerifiedAt), isUnlinked(link)))
      .returning({ id: users.id }),
    audit
      ? insertAuditEventIfChanged(db, audit.organizationId, audit.event)
      : db.select({ one: sql`1` }).from(users).limit(0),
    ended,
    revoked,
    ...rest,
    insertWhen(db, linkedIdentities, row, sql`${provedAt(link.userId, now)} AND ${isUnlinked(link)}`),
  ]);
  return proved.length > 0 ? endedAccess(endedRows, revokedRows) : null;
}

const isUnlinked = ({ issuer, subject }: Subject) =>
  sql`NOT EXISTS (SELECT 1 FROM linked_identities WHERE issuer = ${issuer} AND subject = ${subject})`;

/** Statement: the account was used for a sign-in now. */
export const touchLinkedIdentity = (db: ControlDatabase, at: Subject, now: number) =>
  db.update(linkedIdentities).set({ lastUsedAt: now }).where(isSubject(at));

/**
 * Takes a link away. False, and nothing done, when there is no such link, or when the person could not sign in by
 * anything else then: no password, no passkey, no other account.
 */
export async function unlinkIdentity(
  db: ControlDatabase,
  userId: UserId,
  id: string,
  audit: PersonAudit | null,
): Promise<boolean> {
  const otherWay = sql`(EXISTS (SELECT 1 FROM ${users} WHERE id = ${userId} AND password_hash IS NOT NULL)
    OR EXISTS (SELECT 1 FROM passkeys WHERE user_id = ${userId})
    OR (SELECT count(*) FROM linked_identities WHERE user_id = ${userId}) > 1)`;
  const [gone] = await runAll(db, [
    db
      .delete(linkedIdentities)
      .where(and(eq(linkedIdentities.userId, userId), eq(linkedIdentities.id, id), otherWay))
      .returning({ id: linkedIdentities.id }),
    ...(audit ? [insertAuditEventIfChanged(db, audit.organizationId, audit.event)] : []),
  ]);
  return Array.isArray(gone) && gone.length > 0;
}

const isSubject = ({ issuer, subject }: Subject) =>
  and(eq(linkedIdentities.issuer, issuer), eq(linkedIdentities.subject, subject));
