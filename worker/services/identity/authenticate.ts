import type { ApiKeyId, OrganizationId } from '#core/domain/id';
import { powerOfKey } from '#core/domain/key-power';
import { PERMISSIONS } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { type AccessClaims, verifyAccessToken } from '#core/security/access-token';
import { API_KEY_PREFIX } from '#core/security/api-key';
import { sha256Hex } from '#core/security/digest';
import { isInNetworks, type Network, readNetworkList } from '#core/security/networks';
import { ShortMemory } from '#core/security/short-memory';
import { findApiKeyByHash, findDeadApiKey } from '#core/store/live-api-key';
import { readReach } from '#core/store/reach';
import { countCall } from '../api-keys/count-call.ts';
import { closeLive } from '../close-live.ts';
import type { Caller, RequestContext, SignedInContext } from '../context.ts';
import { recordKeyRefusal } from '../record-refusal.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';
import { withoutSensitive } from './impersonated-permissions.ts';
import { reachOfToken } from './session-liveness.ts';

interface LiveKey {
  readonly caller: Caller;
  /** Networks it may be used from; null means any. */
  readonly networks: readonly Network[] | null;
}

/** One each per isolate: tokens with a verified signature until they expire, and keys found live for a few seconds. */
const verifiedTokens = new ShortMemory<AccessClaims>();
const liveKeys = new ShortMemory<LiveKey>();

/**
 * Returns the holder of a credential; null if it is unknown, expired, revoked or suspended. Costs one database round
 * trip, or none if the credential was checked a moment ago.
 * @throws AppError `forbidden` for a key used outside its networks
 */
export async function authenticate(context: RequestContext, credential: string | null): Promise<Caller | null> {
  if (credential === null) return null;
  return credential.startsWith(API_KEY_PREFIX) ? byApiKey(context, credential) : byAccessToken(context, credential);
}

/**
 * Call after revoking or restricting a key: takes effect immediately in this isolate, and its live sockets are closed.
 */
export function apiKeyChanged({ caller, dependencies }: SignedInContext, id: ApiKeyId): void {
  liveKeys.forget((each) => each.caller.id === id);
  closeLive(dependencies, [caller.organizationId], [id]);
}

/** Removes ended keys from the cache, so that they stop working immediately in this isolate. */
export function forgetApiKeys(ids: readonly ApiKeyId[]): void {
  const ended: ReadonlySet<string> = new Set(ids);
  liveKeys.forget((each) => ended.has(each.caller.id));
}

/** Call after changing memberships or roles: this isolate re-reads all keys of the organization. */
export function forgetApiKeysIn(organizationId: OrganizationId): void {
  liveKeys.forget(({ caller }) => caller.organizationId === organizationId);
}

async function byAccessToken(context: RequestContext, token: string): Promise<Caller | null> {
  const { signingKeys, now } = context.dependencies;
  let claims = verifiedTokens.recall(token, now());
  if (!claims) {
    const verified = await verifyAccessToken(signingKeys, token, now());
    if (!verified.ok) {
      if (verified.reason === 'forged') reportAnonymousRefusal(context, 'access_token');
      return null;
    }
    claims = verified.claims;
    verifiedTokens.remember(token, claims, claims.expiresAt);
  }
  const reach = await reachOfToken(context, claims);
  if (!reach) return null;
  return {
    kind: 'user',
    id: claims.userId,
    userId: claims.userId,
    organizationId: claims.organizationId,
    shard: claims.shard,
    permissions: claims.impersonatorId === undefined ? claims.permissions : withoutSensitive(claims.permissions),
    sessionId: claims.sessionId,
    reach: claims.impersonatorId === undefined ? reach : { ...reach, mask: withoutSensitive(PERMISSIONS) },
    ...(claims.impersonatorId === undefined ? {} : { impersonatorId: claims.impersonatorId }),
  };
}

async function byApiKey(context: RequestContext, key: string): Promise<Caller | null> {
  const hash = await sha256Hex(key);
  const live = await findLiveKey(context, hash);
  if (!live) {
    context.dependencies.defer(tellDeadKey(context, hash));
    return null;
  }
  if (live.networks !== null && !(context.ip !== null && isInNetworks(context.ip, live.networks))) {
    recordKeyRefusal(context, live.caller.organizationId, live.caller.id, 'address');
    throw new AppError('forbidden', 'This API key may not be used from this address.');
  }
  countCall(context, live.caller);
  return live.caller;
}

/** Records the use of an ended key for its owner, who should know. Unknown keys have no owner. */
async function tellDeadKey(context: RequestContext, hash: string): Promise<void> {
  const { control, now } = context.dependencies;
  const key = await findDeadApiKey(control, hash, now());
  if (key) recordKeyRefusal(context, key.organizationId, key.id, key.reason);
  else reportAnonymousRefusal(context, 'api_key');
}

async function findLiveKey({ dependencies }: RequestContext, hash: string): Promise<LiveKey | null> {
  const { settings, control } = dependencies;
  const now = dependencies.now();
  const known = liveKeys.recall(hash, now);
  if (known) return known;
  const found = await findApiKeyByHash(control, hash, now);
  if (!found) return null;
  const networks = found.allowedNetworks === null ? null : readNetworkList(found.allowedNetworks);
  const live: LiveKey = {
    networks,
    caller: {
      kind: 'api_key',
      id: found.id,
      userId: found.createdBy,
      organizationId: found.organizationId,
      shard: found.shard,
      ...powerOfKey(found, readReach(found)),
      keyBounds: { networks, expiresAt: found.expiresAt },
    },
  };
  const until = now + settings.API_KEY_CHECK_SECONDS * 1000;
  liveKeys.remember(hash, live, Math.min(until, found.expiresAt ?? until));
  return live;
}
