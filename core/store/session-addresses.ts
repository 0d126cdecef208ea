import { and, desc, eq, isNotNull, max } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { sessions, users } from '../db/schema/control.ts';

/** More than a person uses; it bounds what one check reads. */
const MAX_ADDRESSES = 50;

/** Network addresses from which the person with this e-mail has signed in, the latest first; ended sessions included. */
export async function listSessionAddresses(db: ControlDatabase, emailNormalized: string): Promise<readonly string[]> {
  const rows = await db
    .select({ ip: sessions.ip, at: max(sessions.createdAt) })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(users.emailNormalized, emailNormalized), isNotNull(sessions.ip)))
    .groupBy(sessions.ip)
    .orderBy(desc(max(sessions.createdAt)))
    .limit(MAX_ADDRESSES);
  return rows.flatMap(({ ip }) => ip ?? []);
}
