import { and, desc, eq, isNotNull, max } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { sessions, users } from '../db/schema/control.ts';

/** More than anyone uses; bounds the rows read per check. */
const MAX_ADDRESSES = 50;

/** Network addresses from which the user with this email has signed in, latest first, including ended sessions. */
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
