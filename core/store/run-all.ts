import type { BatchItem } from 'drizzle-orm/batch';
import type { ControlDatabase } from '../db/connect.ts';

/** A batch of a number of statements that only turns out when it is put together; the results in their order. */
export async function runAll(
  db: ControlDatabase,
  statements: readonly BatchItem<'sqlite'>[],
): Promise<readonly unknown[]> {
  const [first, ...rest] = statements;
  return first ? db.batch([first, ...rest]) : [];
}
