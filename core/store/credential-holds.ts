import { and, exists, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { sessions } from '../db/schema/control.ts';
import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import { administratorStillIs, liveSessionOf } from './live-session.ts';

/** What a request was authenticated with. */
export type Credential =
  | { readonly kind: 'session'; readonly id: SessionId; readonly userId: UserId }
  | { readonly kind: 'api_key'; readonly id: string; readonly organizationId: OrganizationId };

/**
 * Condition for a guarded write: the credential is neither revoked nor expired. A check before the write leaves a gap in
 * which it can be revoked; with this condition a write after the revocation changes nothing. Without a credential (the
 * system, or a mailed link that the same batch spends) the condition holds.
 */
export function credentialHolds(
  db: ControlDatabase | TenantDatabase,
  credential: Credential | undefined,
  now: number,
): SQL {
  if (credential === undefined) return sql`true`;
  if (credential.kind === 'session') {
    const live = and(liveSessionOf(credential.userId, credential.id, now), administratorStillIs);
    return exists(db.select({ one: sql`1` }).from(sessions).where(live));
  }
  return sql`EXISTS (SELECT 1 FROM api_keys AS asking WHERE asking.id = ${credential.id}
    AND asking.organization_id = ${credential.organizationId} AND asking.revoked_at IS NULL
    AND (asking.expires_at IS NULL OR asking.expires_at > ${now}))`;
}
