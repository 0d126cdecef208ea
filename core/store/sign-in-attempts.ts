import { and, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { signInAttempts } from '../db/schema/control.ts';

/** Attempts per subject and window. Subjects are hashes, so the table names nobody. They precede any tenant. */

/** A subject may be tried at most `most` times per window. */
export interface AttemptLimit {
  readonly subject: string;
  readonly most: number;
}

/** An attempt that was counted and may be taken back, for example because it succeeded. */
export interface CountedAttempt {
  readonly windowStart: number;
  readonly subjects: readonly string[];
}

/**
 * Statements for `batch`: count one attempt at all of these subjects, or at none when any has reached its limit. They
 * come before whatever is tried, so that attempts made at the same time get no further than attempts in a row. The
 * results go to `isCounted`.
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

/** True when the attempt was counted; `results` are those of the statements of `claimAttempt`. */
export function isCounted(results: readonly unknown[], limits: readonly AttemptLimit[]): boolean {
  const counts = results.slice(1);
  return counts.length === limits.length && counts.every((rows) => Array.isArray(rows) && rows.length > 0);
}

/** Statement: one more attempt of this subject in this window. Returns the count that includes it. */
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

/** Statement: takes back an attempt that was counted, while `guard` holds. */
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

/** Statement: forgets what these subjects did before this window; a subject holds one row at rest. */
export function forgetEarlierAttempts(db: ControlDatabase, subjects: readonly string[], windowStart: number) {
  return db
    .delete(signInAttempts)
    .where(and(inArray(signInAttempts.subject, [...subjects]), lt(signInAttempts.windowStart, windowStart)));
}

/** Statement: forgets everything counted for this subject, older windows included. */
export function forgetAttempts(db: ControlDatabase, subject: string) {
  return db.delete(signInAttempts).where(eq(signInAttempts.subject, subject));
}
