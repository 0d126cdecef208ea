import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { users } from '../db/schema/control.ts';
import { linkedIdentities } from '../db/schema/sign-in.ts';
import type { UserId } from '../domain/id.ts';
import { newId } from '../platform/ids.ts';
import { type EndedAccess, endEarlierAccess, endedAccess, provedAt } from './address-proof.ts';
import { insertAuditEventIfChanged } from './audit.ts';
import { type Credential, credentialHolds } from './credential-holds.ts';
import { insertWhen } from './insert-when.ts';
import type { PersonAudit } from './one-time-tokens.ts';
import { runAll } from './run-all.ts';

/** Provider accounts linked to users. They belong to a user, independent of organizations. */
export type LinkedIdentityRow = typeof linkedIdentities.$inferSelect;

/** Identifies a provider account by issuer and subject, never by email address. */
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

/**
 * Links a provider account to a user. Returns false without writing if it is already linked to anyone, or if `credential`
 * is given and was revoked.
 */
export async function linkIdentity(
  db: ControlDatabase,
  link: NewLink,
  now: number,
  audit: PersonAudit | null,
  credential?: Credential,
): Promise<boolean> {
  const row = { ...link, id: newId('linkedIdentity', now), createdAt: now, lastUsedAt: null };
  const results = await runAll(db, [
    insertWhen(db, linkedIdentities, row, sql`${isUnlinked(link)} AND ${credentialHolds(db, credential, now)}`),
    ...(audit ? [insertAuditEventIfChanged(db, audit.organizationId, audit.event)] : []),
    db.select({ id: linkedIdentities.id }).from(linkedIdentities).where(eq(linkedIdentities.id, row.id)),
  ]);
  const found = results.at(-1);
  return Array.isArray(found) && found.length > 0;
}

/**
 * Takes over an account with an unverified address when a provider confirms the address for someone. The address
 * becomes verified, the password and all earlier access end, and the provider account is linked. Null if the address
 * was verified in the meantime, or the provider account is already linked.
 */
export async function takeOverByIdentity(
  db: ControlDatabase,
  link: NewLink,
  now: number,
  audit: PersonAudit | null,
): Promise<EndedAccess | null> {
  const row = { ...link, id: newId('linkedIdentity', now), createdAt: now, lastUsedAt: null };
  const [proved, , ...ended] = await db.batch([
    db
      .update(users)
      .set({ emailVerifiedAt: now, passwordHash: null, updatedAt: now })
      .where(and(eq(users.id, link.userId), isNull(users.emailVerifiedAt), isUnlinked(link)))
      .returning({ id: users.id }),
    audit
      ? insertAuditEventIfChanged(db, audit.organizationId, audit.event)
      : db.select({ one: sql`1` }).from(users).limit(0),
    ...endEarlierAccess(db, link.userId, now, null),
    insertWhen(db, linkedIdentities, row, sql`${provedAt(link.userId, now)} AND ${isUnlinked(link)}`),
  ]);
  const [sessionRows, keyRows, authenticators, passkeys, links] = ended;
  return proved.length > 0 ? endedAccess(sessionRows, keyRows, authenticators, passkeys, links) : null;
}

const isUnlinked = ({ issuer, subject }: Subject) =>
  sql`NOT EXISTS (SELECT 1 FROM linked_identities WHERE issuer = ${issuer} AND subject = ${subject})`;

/** Statement: records a sign-in with this account. */
export const touchLinkedIdentity = (db: ControlDatabase, at: Subject, now: number) =>
  db.update(linkedIdentities).set({ lastUsedAt: now }).where(isSubject(at));

/**
 * Unlinks a provider account. Returns false without writing if there is no such link, or if the user would have no way
 * left to sign in: no password, no passkey, no other account.
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
