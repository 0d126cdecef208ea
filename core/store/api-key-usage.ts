import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { apiKeys } from '../db/schema/control.ts';
import { apiKeyUsage } from '../db/schema/workspaces.ts';
import type { ApiKeyId, OrganizationId } from '../domain/id.ts';
import { idEquals } from './id-equals.ts';

export interface KeyCalls {
  readonly organizationId: OrganizationId;
  readonly keyId: ApiKeyId;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly calls: number;
  /** Time of the last call, Unix milliseconds. */
  readonly lastAt: number;
}

/** Adds the calls counted since the last write to each key's day and updates its last use. One round trip. */
export async function addKeyCalls(db: ControlDatabase, counted: readonly KeyCalls[]): Promise<void> {
  const statements = counted.flatMap(({ organizationId, keyId, day, calls, lastAt }) => [
    db
      .insert(apiKeyUsage)
      .values({ apiKeyId: keyId, organizationId, day, calls })
      .onConflictDoUpdate({
        target: [apiKeyUsage.apiKeyId, apiKeyUsage.day],
        set: { calls: sql`${apiKeyUsage.calls} + ${calls}` },
        setWhere: eq(apiKeyUsage.organizationId, organizationId),
      }),
    db
      .update(apiKeys)
      .set({ lastUsedAt: lastAt })
      .where(and(eq(apiKeys.organizationId, organizationId), eq(apiKeys.id, keyId))),
  ]);
  const [first, ...rest] = statements;
  if (first) await db.batch([first, ...rest]);
}

/** Returns the calls of a key per day since `fromDay`, latest day first. */
export async function listKeyCalls(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
  fromDay: string,
): Promise<readonly { readonly day: string; readonly calls: number }[]> {
  return db
    .select({ day: apiKeyUsage.day, calls: apiKeyUsage.calls })
    .from(apiKeyUsage)
    .where(
      and(
        eq(apiKeyUsage.organizationId, organizationId),
        idEquals(apiKeyUsage.apiKeyId, id),
        gte(apiKeyUsage.day, fromDay),
      ),
    )
    .orderBy(desc(apiKeyUsage.day));
}
