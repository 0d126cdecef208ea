import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';

/**
 * Statements that queue a mail in the batch of the change it reports. The mail is sent if and only if `made` is true
 * after the change. Empty if the deployment sends no mail.
 */
export type MailStatements = (made: SQL) => readonly BatchItem<'sqlite'>[];

/** For a mail that does not depend on a change. */
export const ALWAYS: SQL = sql`true`;
