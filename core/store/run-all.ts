import type { BatchItem } from 'drizzle-orm/batch';
import type { ControlDatabase } from '../db/connect.ts';

/** Runs a batch whose number of statements is only known at run time; returns the results in order. */
export async function runAll(
  db: ControlDatabase,
  statements: readonly BatchItem<'sqlite'>[],
): Promise<readonly unknown[]> {
  const [first, ...rest] = statements;
  return first ? db.batch([first, ...rest]) : [];
}
