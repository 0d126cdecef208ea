import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { signInAttempts } from '../db/schema/control.ts';

/** Counts of one window by subject; subjects are hashes, so the table names nobody. They precede any tenant. */
export async function readAttempts(
  db: ControlDatabase,
  subjects: readonly string[],
  windowStart: number,
): Promise<ReadonlyMap<string, number>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .select({ subject: signInAttempts.subject, count: signInAttempts.count })
    .from(signInAttempts)
    .where(and(inArray(signInAttempts.subject, [...subjects]), eq(signInAttempts.windowStart, windowStart)));
  return new Map(rows.map((row) => [row.subject, row.count]));
}

/** Statement: one more attempt of this subject in this window. Returns the count that includes it. */
export function countAttempt(db: ControlDatabase, subject: string, windowStart: number) {
  return db
    .insert(signInAttempts)
    .values({ subject, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [signInAttempts.subject, signInAttempts.windowStart],
      set: { count: sql`${signInAttempts.count} + 1` },
    })
    .returning({ count: signInAttempts.count });
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
