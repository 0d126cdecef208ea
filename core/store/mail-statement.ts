import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';

/**
 * Statements that put a mail where it waits to be sent, for the batch of the change it tells of: the mail goes out if
 * and only if `made` holds behind the change. None where the deployment sends no mail.
 */
export type MailStatements = (made: SQL) => readonly BatchItem<'sqlite'>[];

/** For a mail that goes with no change. */
export const ALWAYS: SQL = sql`true`;
