import { and, desc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { apiKeys } from '../db/schema/control.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { containsText } from './contains-text.ts';
import { credentialHolds } from './credential-holds.ts';
import { idEquals } from './id-equals.ts';
import { insertWhen } from './insert-when.ts';
import { olderThan, type PageRequest } from './page.ts';
import { type CapByPlan, capOfOrganization } from './plan-cap.ts';

/** The API keys of an organization. */
export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** Returns false without writing if the plan's limit of active keys is reached or the caller's credential was revoked. */
export async function insertApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  key: Omit<ApiKeyRow, 'organizationId'>,
  cap: CapByPlan,
  event: AuditEvent,
): Promise<boolean> {
  const working = sql`(SELECT count(*) FROM api_keys AS present WHERE present.organization_id = ${organizationId}
    AND present.revoked_at IS NULL AND (present.expires_at IS NULL OR present.expires_at > ${event.occurredAt}))`;
  await db.batch([
    insertWhen(
      db,
      apiKeys,
      { ...key, organizationId },
      sql`${working} < ${capOfOrganization(organizationId, cap)} AND ${holds(db, event)}`,
    ),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return (await findApiKey(db, organizationId, key.id)) !== null;
}

export async function findApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
): Promise<ApiKeyRow | null> {
  const [row] = await db.select().from(apiKeys).where(keyOf(organizationId, id)).limit(1);
  return row ?? null;
}

export interface ApiKeyFilter {
  /** Part of the name, or the start of the key. */
  readonly text?: string | undefined;
  readonly status?: 'active' | 'expired' | 'revoked' | undefined;
  readonly workspaceId?: string | undefined;
  /** Current time in Unix milliseconds, for expiry. */
  readonly now: number;
}

/** Newest first; `after` is the last row of the previous page. */
export async function listApiKeys(
  db: ControlDatabase,
  organizationId: OrganizationId,
  filter: ApiKeyFilter,
  { limit, after }: PageRequest,
): Promise<readonly ApiKeyRow[]> {
  return db
    .select()
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.organizationId, organizationId),
        filter.status && statusIs(filter.status, filter.now),
        filter.workspaceId === undefined ? undefined : eq(apiKeys.workspaceId, filter.workspaceId),
        filter.text ? nameOrPrefix(filter.text) : undefined,
        olderThan(apiKeys.createdAt, apiKeys.id, after),
      ),
    )
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(limit);
}

/** Properties of a live key that can be changed. */
export type ApiKeyTerms = Pick<ApiKeyRow, 'name' | 'permissions' | 'allowedNetworks' | 'workspaceId'>;

/**
 * Updates a key. Returns false if it was revoked or changed in the meantime, so that a concurrent restriction is not
 * undone by stale data.
 */
export async function updateApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  before: ApiKeyRow,
  to: ApiKeyTerms,
  event: AuditEvent,
): Promise<boolean> {
  const [changed] = await db.batch([
    db
      .update(apiKeys)
      .set(to)
      .where(
        and(
          keyOf(organizationId, before.id),
          isNull(apiKeys.revokedAt),
          eq(apiKeys.name, before.name),
          eq(apiKeys.permissions, before.permissions),
          sql`${apiKeys.allowedNetworks} IS ${before.allowedNetworks}`,
          sql`${apiKeys.workspaceId} IS ${before.workspaceId}`,
          holds(db, event),
        ),
      )
      .returning({ id: apiKeys.id }),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return changed.length > 0;
}

/** Revokes a key. Revoking it again has no effect, also not on the audit log. */
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
 * Replaces key `id` by `next`. The old key keeps working until `overlapUntil` at the latest. Returns false without
 * writing if the key is no longer live.
 */
export async function replaceApiKey(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
  next: Omit<ApiKeyRow, 'organizationId'>,
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
          holds(db, event),
        ),
      )
      .returning({ id: apiKeys.id }),
    insertWhen(db, apiKeys, { ...next, organizationId }, sql`changes() > 0`),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return shortened.length > 0;
}

function statusIs(status: NonNullable<ApiKeyFilter['status']>, now: number): SQL | undefined {
  const ended = and(isNotNull(apiKeys.expiresAt), lte(apiKeys.expiresAt, now));
  switch (status) {
    case 'revoked':
      return isNotNull(apiKeys.revokedAt);
    case 'expired':
      return and(isNull(apiKeys.revokedAt), ended);
    case 'active':
      return and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)));
  }
}

function nameOrPrefix(text: string): SQL | undefined {
  return or(containsText([apiKeys.name], text), sql`instr(${apiKeys.prefix}, ${text}) = 1`);
}

const holds = (db: ControlDatabase, { credential, occurredAt }: AuditEvent): SQL =>
  credentialHolds(db, credential, occurredAt);

const keyOf = (organizationId: OrganizationId, id: string) =>
  and(eq(apiKeys.organizationId, organizationId), idEquals(apiKeys.id, id));
