import { and, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { apiKeys, customRoles, memberships, organizations, users } from '../db/schema/control.ts';
import type { OrganizationId } from '../domain/id.ts';
import { idEquals } from './id-equals.ts';
import { reachColumns } from './reach.ts';

/**
 * Returns the live key with this hash, together with its organization, creator and the creator's membership, which must
 * all be active. One round trip. The hash identifies the tenant, so this query has no tenant condition.
 */
export async function findApiKeyByHash(db: ControlDatabase, hash: string, now: number) {
  const [row] = await liveApiKey(db, eq(apiKeys.hash, hash), now);
  return row ?? null;
}

/** Statement: an organization's key, if it and everything it depends on is live; otherwise no row. */
export const liveApiKeyOf = (db: ControlDatabase, organizationId: OrganizationId, id: string, now: number) =>
  liveApiKey(db, and(eq(apiKeys.organizationId, organizationId), idEquals(apiKeys.id, id)), now);

function liveApiKey(db: ControlDatabase, which: SQL | undefined, now: number) {
  return db
    .select({
      id: apiKeys.id,
      organizationId: apiKeys.organizationId,
      createdBy: apiKeys.createdBy,
      permissions: apiKeys.permissions,
      lastUsedAt: apiKeys.lastUsedAt,
      expiresAt: apiKeys.expiresAt,
      allowedNetworks: apiKeys.allowedNetworks,
      workspaceId: apiKeys.workspaceId,
      shard: organizations.shard,
      ...reachColumns(now),
      creatorRole: memberships.role,
      // Aliased: in a batch D1 returns rows as objects, and a second `permissions` would overwrite the key's own.
      creatorCustomPermissions: sql<string | null>`${customRoles.permissions}`.as('creator_permissions'),
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
    .leftJoin(
      customRoles,
      and(eq(customRoles.id, memberships.role), eq(customRoles.organizationId, memberships.organizationId)),
    )
    .where(and(which, isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))))
    .limit(1);
}

/** Returns the owner of a key that `findApiKeyByHash` rejects, and the reason. Null if no key ever had this hash. */
export async function findDeadApiKey(db: ControlDatabase, hash: string, now: number) {
  const [row] = await db
    .select({
      id: apiKeys.id,
      organizationId: apiKeys.organizationId,
      revokedAt: apiKeys.revokedAt,
      expiresAt: apiKeys.expiresAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.hash, hash))
    .limit(1);
  if (!row) return null;
  const hasExpired = row.expiresAt !== null && row.expiresAt <= now;
  const reason = row.revokedAt !== null ? 'revoked' : hasExpired ? 'expired' : 'without_owner';
  return { id: row.id, organizationId: row.organizationId, reason } as const;
}
