import type { ApiKeyId, OrganizationId } from '#core/domain/id';
import { type Permission, permissionsFromBits } from '#core/domain/permissions';
import { type AccessClaims, verifyAccessToken } from '#core/security/access-token';
import { API_KEY_PREFIX } from '#core/security/api-key';
import { sha256Hex } from '#core/security/digest';
import { ShortMemory } from '#core/security/short-memory';
import { findApiKeyByHash, touchApiKey } from '#core/store/api-keys';
import type { Caller, RequestContext } from '../context.ts';
import { permissionsOf } from './identity-view.ts';
import { tokenStillHolds } from './session-liveness.ts';

/** `last_used_at` is kept to the minute, so that a busy key does not write on every call. */
const TOUCH_EVERY_MS = 60_000;

/** One each per isolate: tokens whose signature was found good, until they expire, and keys found live, for seconds. */
const verifiedTokens = new ShortMemory<AccessClaims>();
const liveKeys = new ShortMemory<Caller>();

/**
 * Who holds this credential; null when nobody does (unknown, expired, revoked, suspended). A credential that was seen
 * a moment ago costs no database trip; another one costs one.
 */
export async function authenticate(context: RequestContext, credential: string | null): Promise<Caller | null> {
  if (credential === null) return null;
  return credential.startsWith(API_KEY_PREFIX) ? byApiKey(context, credential) : byAccessToken(context, credential);
}

/** For whoever ends a key: in this isolate it ends at once. */
export function forgetApiKey(id: ApiKeyId): void {
  liveKeys.forget((caller) => caller.id === id);
}

/** For whoever changes memberships or roles: in this isolate every key there is asked about again. */
export function forgetApiKeysIn(organizationId: OrganizationId): void {
  liveKeys.forget((caller) => caller.organizationId === organizationId);
}

async function byAccessToken(context: RequestContext, token: string): Promise<Caller | null> {
  const { signingKeys, now } = context.dependencies;
  let claims: AccessClaims | null | undefined = verifiedTokens.recall(token, now());
  if (!claims) {
    claims = await verifyAccessToken(signingKeys, token, now());
    if (claims) verifiedTokens.remember(token, claims, claims.expiresAt);
  }
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
  const { settings, control } = dependencies;
  const now = dependencies.now();
  const hash = await sha256Hex(key);
  const known = liveKeys.recall(hash, now);
  if (known) return known;
  const found = await findApiKeyByHash(control, hash, now);
  if (!found) return null;
  if (found.lastUsedAt === null || now - found.lastUsedAt > TOUCH_EVERY_MS) {
    dependencies.defer(touchApiKey(control, found.organizationId, found.id, now));
  }
  const caller: Caller = {
    kind: 'api_key',
    id: found.id,
    userId: found.createdBy,
    organizationId: found.organizationId,
    shard: found.shard,
    permissions: atMost(
      permissionsFromBits(found.permissions),
      permissionsOf(found.creatorRole, found.creatorCustomPermissions),
    ),
  };
  const until = now + settings.API_KEY_CHECK_SECONDS * 1000;
  liveKeys.remember(hash, caller, Math.min(until, found.expiresAt ?? until));
  return caller;
}

/** A key never does more than its creator may do today: a smaller role shrinks the keys made under the larger one. */
function atMost(granted: ReadonlySet<Permission>, creator: readonly Permission[]): ReadonlySet<Permission> {
  return new Set(creator.filter((name) => granted.has(name)));
}
