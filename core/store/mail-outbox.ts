import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { mailOutbox } from '../db/schema/administration.ts';
import { insertWhen } from './insert-when.ts';

/**
 * Mails not yet accepted by the provider, across all organizations. Without a tenant, because sign-in mails are sent
 * before one is known.
 */
export type WaitingMail = typeof mailOutbox.$inferSelect;

/** Statement: queues a mail if `made` is true. May be repeated. */
export function insertWaitingMail(
  db: ControlDatabase,
  mail: { readonly id: string; readonly subject: string; readonly sealed: string; readonly now: number },
  made: SQL,
) {
  const { now, ...rest } = mail;
  const row = { ...rest, status: 'waiting', attempts: 0, lastError: null, availableAt: now, createdAt: now } as const;
  return insertWhen(db, mailOutbox, row, made).onConflictDoNothing();
}

/** Mails that are due, oldest first. */
export async function listDueMails(db: ControlDatabase, now: number, limit: number): Promise<readonly WaitingMail[]> {
  return db
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.status, 'waiting'), lte(mailOutbox.availableAt, now)))
    .orderBy(asc(mailOutbox.availableAt))
    .limit(limit);
}

/** Claims a mail for one attempt; it is due again at `until`. Null if it was sent or another worker claimed it. */
export async function claimMail(
  db: ControlDatabase,
  id: string,
  now: number,
  until: number,
): Promise<WaitingMail | null> {
  const [claimed] = await db
    .update(mailOutbox)
    .set({ availableAt: until, attempts: sql`${mailOutbox.attempts} + 1` })
    .where(and(eq(mailOutbox.id, id), eq(mailOutbox.status, 'waiting'), lte(mailOutbox.availableAt, now)))
    .returning();
  return claimed ?? null;
}

export async function deleteMail(db: ControlDatabase, id: string): Promise<void> {
  await db.delete(mailOutbox).where(eq(mailOutbox.id, id));
}

/** Records a failed attempt: the mail waits for the next one or is given up. */
export async function postponeMail(
  db: ControlDatabase,
  id: string,
  to: { readonly status: 'waiting' | 'dead'; readonly lastError: string; readonly availableAt: number },
): Promise<void> {
  await db.update(mailOutbox).set(to).where(eq(mailOutbox.id, id));
}

export async function countMails(db: ControlDatabase): Promise<{ readonly waiting: number; readonly dead: number }> {
  const rows = await db
    .select({ status: mailOutbox.status, n: sql<number>`count(*)` })
    .from(mailOutbox)
    .groupBy(mailOutbox.status);
  const of = (status: string) => rows.find((each) => each.status === status)?.n ?? 0;
  return { waiting: of('waiting'), dead: of('dead') };
}
