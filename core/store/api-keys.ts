import { and, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { apiKeys, customRoles, memberships, organizations, users } from '../db/schema/control.ts';
import type { ApiKeyId, OrganizationId, UserId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEvent, insertAuditEventIfChanged } from './audit.ts';
import type { CursorPosition } from './cursor.ts';

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
      expiresAt: apiKeys.expiresAt,
      shard: organizations.shard,
      creatorRole: memberships.role,
      creatorCustomPermissions: customRoles.permissions,
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

export type ApiKeyRow = typeof apiKeys.$inferSelect;
export type NewApiKeyRow = Omit<typeof apiKeys.$inferInsert, 'organizationId'> & { readonly id: ApiKeyId };

export async function insertApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  key: NewApiKeyRow,
  event: AuditEvent,
): Promise<void> {
  await db.batch([db.insert(apiKeys).values({ ...key, organizationId }), insertAuditEvent(db, organizationId, event)]);
}

export async function findApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
): Promise<ApiKeyRow | null> {
  const [row] = await db.select().from(apiKeys).where(keyOf(organizationId, id)).limit(1);
  return row ?? null;
}

/** Newest first; `after` is the last row of the page before. */
export async function listApiKeys(
  db: ControlDatabase,
  organizationId: OrganizationId,
  limit: number,
  after: CursorPosition | undefined,
): Promise<readonly ApiKeyRow[]> {
  const beyond =
    after && or(lt(apiKeys.createdAt, after.at), and(eq(apiKeys.createdAt, after.at), lt(apiKeys.id, after.id)));
  return db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.organizationId, organizationId), beyond))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(limit);
}

/** Revokes a key that is not revoked yet. Revoking twice changes nothing, the audit list included. */
export async function revokeApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db
      .update(apiKeys)
      .set({ revokedAt: event.occurredAt })
      .where(and(keyOf(organizationId, id), isNull(apiKeys.revokedAt))),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
}

/**
 * Puts `next` in the place of key `id`, which keeps working until `overlapUntil` at the longest. False, and nothing
 * done, when the key is not live any more.
 */
export async function replaceApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
  next: NewApiKeyRow & { readonly expiresAt: number | null },
  overlapUntil: number,
  event: AuditEvent,
): Promise<boolean> {
  const now = event.occurredAt;
  const [shortened] = await db.batch([
    db
      .update(apiKeys)
      .set({ expiresAt: sql`min(coalesce(${apiKeys.expiresAt}, ${overlapUntil}), ${overlapUntil})` })
      .where(
        and(
          keyOf(organizationId, id),
          isNull(apiKeys.revokedAt),
          or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
        ),
      )
      .returning({ id: apiKeys.id }),
    db.insert(apiKeys).select(
      // The order of the table's columns, which is what INSERT … SELECT goes by.
      sql`SELECT ${next.id}, ${organizationId}, ${next.createdBy}, ${next.name}, ${next.prefix}, ${next.hash}, ${next.permissions},
          ${next.createdAt}, ${next.expiresAt}, NULL, NULL WHERE changes() > 0`,
    ),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return shortened.length > 0;
}

const keyOf = (organizationId: OrganizationId, id: string) =>
  and(eq(apiKeys.organizationId, organizationId), eq(apiKeys.id, id));
