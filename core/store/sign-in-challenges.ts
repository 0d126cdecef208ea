import { and, eq, gt, lte } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { signInChallenges } from '../db/schema/sign-in.ts';
import type { UserId } from '../domain/id.ts';

/** Pending sign-ins. Queries start from a secret or a user, both independent of organizations. */
export type ChallengePurpose = (typeof signInChallenges.$inferSelect)['purpose'];

export interface Challenge {
  readonly hash: string;
  readonly purpose: ChallengePurpose;
  readonly userId: UserId | null;
  readonly sealedData: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

export async function insertChallenge(db: ControlDatabase, challenge: Challenge): Promise<void> {
  await db.insert(signInChallenges).values(challenge);
}

/** Returns the live challenge of this purpose without changing it; null if it is unknown, spent or expired. */
export async function findChallenge(
  db: ControlDatabase,
  hash: string,
  purpose: ChallengePurpose,
  now: number,
): Promise<Challenge | null> {
  const [row] = await db
    .select()
    .from(signInChallenges)
    .where(live(hash, purpose, now))
    .limit(1);
  return row ?? null;
}

/** Spends a challenge and returns its data. Exactly one of any number of concurrent callers gets it. */
export async function takeChallenge(
  db: ControlDatabase,
  hash: string,
  purpose: ChallengePurpose,
  now: number,
): Promise<Challenge | null> {
  const [row] = await spendChallenge(db, hash, purpose, now);
  return row ?? null;
}

/** Statement: the same for `batch`; later statements check `changes() > 0`. */
export function spendChallenge(db: ControlDatabase, hash: string, purpose: ChallengePurpose, now: number) {
  return db
    .delete(signInChallenges)
    .where(live(hash, purpose, now))
    .returning();
}

/** Deletes challenges that were never completed. */
export async function deleteExpiredChallenges(db: ControlDatabase, now: number): Promise<void> {
  await db.delete(signInChallenges).where(lte(signInChallenges.expiresAt, now));
}

const live = (hash: string, purpose: ChallengePurpose, now: number) =>
  and(eq(signInChallenges.hash, hash), eq(signInChallenges.purpose, purpose), gt(signInChallenges.expiresAt, now));
