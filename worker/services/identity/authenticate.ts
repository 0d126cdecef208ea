import { type Permission, permissionsFromBits } from '#core/domain/permissions';
import { verifyAccessToken } from '#core/security/access-token';
import { API_KEY_PREFIX } from '#core/security/api-key';
import { sha256Hex } from '#core/security/digest';
import { findApiKeyByHash, touchApiKey } from '#core/store/api-keys';
import type { Caller, RequestContext } from '../context.ts';
import { permissionsOf } from './identity-view.ts';
import { tokenStillHolds } from './session-liveness.ts';

/** `last_used_at` is kept to the minute, so that a busy key does not write on every call. */
const TOUCH_EVERY_MS = 60_000;

/**
 * Who holds this credential; null when nobody does (unknown, expired, revoked, suspended). An access token costs a
 * database trip now and then (session-liveness.ts), an API key one each time.
 */
export async function authenticate(context: RequestContext, credential: string | null): Promise<Caller | null> {
  if (credential === null) return null;
  return credential.startsWith(API_KEY_PREFIX) ? byApiKey(context, credential) : byAccessToken(context, credential);
}

async function byAccessToken(context: RequestContext, token: string): Promise<Caller | null> {
  const { dependencies } = context;
  const claims = await verifyAccessToken(dependencies.signingKeys, token, dependencies.now());
  if (!claims || !(await tokenStillHolds(context, claims))) return null;
  return {
    kind: 'user',
    id: claims.userId,
    userId: claims.userId,
    organizationId: claims.organizationId,
    shard: claims.shard,
    permissions: claims.permissions,
    sessionId: claims.sessionId,
  };
}

async function byApiKey({ dependencies }: RequestContext, key: string): Promise<Caller | null> {
  const now = dependencies.now();
  const found = await findApiKeyByHash(dependencies.control, await sha256Hex(key), now);
  if (!found) return null;
  if (found.lastUsedAt === null || now - found.lastUsedAt > TOUCH_EVERY_MS) {
    dependencies.defer(touchApiKey(dependencies.control, found.organizationId, found.id, now));
  }
  return {
    kind: 'api_key',
    id: found.id,
    userId: found.createdBy,
    organizationId: found.organizationId,
    shard: found.shard,
    permissions: atMost(permissionsFromBits(found.permissions), permissionsOf(found.creatorRole)),
  };
}

/** A key never does more than its creator may do today: a smaller role shrinks the keys made under the larger one. */
function atMost(granted: ReadonlySet<Permission>, creator: readonly Permission[]): ReadonlySet<Permission> {
  return new Set(creator.filter((name) => granted.has(name)));
}
