import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { developmentMails } from '../db/schema/control.ts';
import { newId } from '../platform/ids.ts';
import { insertWhen } from './insert-when.ts';
import { olderThan, type PageRequest } from './page.ts';

/**
 * Mails that a development server stores instead of sending. Without a tenant, because sign-in mails are sent before
 * one is known.
 */
export type DevelopmentMailRow = typeof developmentMails.$inferSelect;

/** Statement: stores a mail to be read on the same machine, if `made` is true. May be repeated. */
export function insertDevelopmentMail(
  db: ControlDatabase,
  mail: { readonly to: string; readonly subject: string; readonly text: string; readonly html: string },
  now: number,
  made: SQL,
) {
  const { to, subject, text, html } = mail;
  const row = { id: newId('mail', now), recipient: to, subject, text, html, createdAt: now };
  return insertWhen(db, developmentMails, row, made).onConflictDoNothing();
}

/** Newest first; `after` is the last row of the previous page. */
export async function listDevelopmentMails(
  db: ControlDatabase,
  recipient: string | undefined,
  { limit, after }: PageRequest,
): Promise<readonly DevelopmentMailRow[]> {
  const { createdAt, id } = developmentMails;
  const beyond = olderThan(createdAt, id, after);
  return db
    .select()
    .from(developmentMails)
    .where(and(recipient === undefined ? undefined : eq(developmentMails.recipient, recipient), beyond))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}
