import { and, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { signInAttempts } from '../db/schema/control.ts';

/**
 * Attempts per subject and window. Subjects are hashes, so the table contains no names. Without a tenant, because
 * attempts precede sign-in.
 */

/** At most `most` attempts per subject and window. */
export interface AttemptLimit {
  readonly subject: string;
  readonly most: number;
}

/** A counted attempt that may be refunded, for example because it succeeded. */
export interface CountedAttempt {
  readonly windowStart: number;
  readonly subjects: readonly string[];
}

/**
 * Statements for `batch`: count one attempt for all of these subjects, or for none if any has reached its limit. They
 * run before the attempt itself, so that concurrent attempts are limited like consecutive ones. Pass the results to
 * `isCounted`.
 */
export function claimAttempt(db: ControlDatabase, limits: readonly AttemptLimit[], windowStart: number) {
  const belowEveryLimit = limits.map(
    ({ subject, most }) => sql`${most} > 0 AND NOT EXISTS (SELECT 1 FROM ${signInAttempts}
      WHERE subject = ${subject} AND window_start = ${windowStart} AND count >= ${most})`,
  );
  return [
    forgetEarlierAttempts(
      db,
      limits.map(({ subject }) => subject),
      windowStart,
    ),
    ...limits.map(({ subject }, index) =>
      countWhen(db, subject, windowStart, index === 0 ? sql.join(belowEveryLimit, sql` AND `) : sql`changes() > 0`),
    ),
  ] as const;
}

/** Returns whether the attempt was counted; `results` are those of `claimAttempt`. */
export function isCounted(results: readonly unknown[], limits: readonly AttemptLimit[]): boolean {
  const counts = results.slice(1);
  return counts.length === limits.length && counts.every((rows) => Array.isArray(rows) && rows.length > 0);
}

/** Statement: counts one more attempt of this subject in this window. Returns the new count. */
export function countAttempt(db: ControlDatabase, subject: string, windowStart: number) {
  return countWhen(db, subject, windowStart, sql`true`);
}

function countWhen(db: ControlDatabase, subject: string, windowStart: number, guard: SQL) {
  return db
    .insert(signInAttempts)
    .select(sql`SELECT ${subject}, ${windowStart}, 1 WHERE ${guard}`)
    .onConflictDoUpdate({
      target: [signInAttempts.subject, signInAttempts.windowStart],
      set: { count: sql`${signInAttempts.count} + 1` },
    })
    .returning({ count: signInAttempts.count });
}

/** Statement: refunds a counted attempt, if `guard` is true. */
export function refundAttempt(db: ControlDatabase, { subjects, windowStart }: CountedAttempt, guard?: SQL) {
  return db
    .update(signInAttempts)
    .set({ count: sql`${signInAttempts.count} - 1` })
    .where(
      and(
        inArray(signInAttempts.subject, [...subjects]),
        eq(signInAttempts.windowStart, windowStart),
        gt(signInAttempts.count, 0),
        guard,
      ),
    );
}

/** Statement: deletes these subjects' earlier windows, so that each keeps at most one row. */
export function forgetEarlierAttempts(db: ControlDatabase, subjects: readonly string[], windowStart: number) {
  return db
    .delete(signInAttempts)
    .where(and(inArray(signInAttempts.subject, [...subjects]), lt(signInAttempts.windowStart, windowStart)));
}

/** Statement: deletes all attempts of this subject, in all windows. */
export function forgetAttempts(db: ControlDatabase, subject: string) {
  return db.delete(signInAttempts).where(eq(signInAttempts.subject, subject));
}
