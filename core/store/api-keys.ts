import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { apiKeys, memberships, organizations, users } from '../db/schema/control.ts';
import type { ApiKeyId, OrganizationId, UserId } from '../domain/id.ts';

/**
 * The live key with this hash, together with everything that must be live too: its organization, its creator and the
 * creator's membership. One trip. The hash is the secret itself, so this is the one query that starts without a tenant.
 */
export async function findApiKeyByHash(db: ControlDatabase, hash: string, now: number) {
  const [row] = await db
    .select({
      id: apiKeys.id,
      organizationId: apiKeys.organizationId,
      createdBy: apiKeys.createdBy,
      permissions: apiKeys.permissions,
      lastUsedAt: apiKeys.lastUsedAt,
      shard: organizations.shard,
    })
    .from(apiKeys)
    .innerJoin(organizations, and(eq(organizations.id, apiKeys.organizationId), eq(organizations.status, 'active')))
    .innerJoin(users, and(eq(users.id, apiKeys.createdBy), eq(users.status, 'active')))
    .innerJoin(
      memberships,
      and(
        eq(memberships.organizationId, apiKeys.organizationId),
        eq(memberships.userId, apiKeys.createdBy),
        eq(memberships.status, 'active'),
      ),
    )
    .where(
      and(eq(apiKeys.hash, hash), isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))),
    )
    .limit(1);
  if (!row) return null;
  return {
    ...row,
    id: row.id as ApiKeyId,
    organizationId: row.organizationId as OrganizationId,
    createdBy: row.createdBy as UserId,
  };
}

export async function touchApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: ApiKeyId,
  now: number,
): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.organizationId, organizationId), eq(apiKeys.id, id)));
}
