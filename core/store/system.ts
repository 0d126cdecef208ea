import { sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';

/** The few queries without a tenant, named. Nothing here may be reached by a route that answers to a tenant. */

export async function pingControl(db: ControlDatabase): Promise<void> {
  await db.run(sql`SELECT 1`);
}
