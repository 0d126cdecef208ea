import { errors, jwtVerify, SignJWT } from 'jose';
import { isId, type OrganizationId, type SessionId, type UserId } from '../domain/id.ts';
import { type Permission, permissionBits, permissionsFromBits } from '../domain/permissions.ts';
import { type KeyList, readKeyList } from './key-list.ts';

/**
 * Access tokens: JWT, `typ: at+jwt` (RFC 9068), HS256 only, validated according to RFC 8725: fixed algorithm, issuer,
 * audience and type; the key is chosen by our own `kid`, never by anything else in the header.
 */
const ALGORITHM = 'HS256';
const TOKEN_TYPE = 'at+jwt';
export const TOKEN_ISSUER = 'neocaptured';
export const TOKEN_AUDIENCE = 'neocaptured-api';
/** Tolerated clock skew. */
const CLOCK_TOLERANCE_SECONDS = 5;

export type SigningKeys = KeyList;

export interface AccessClaims {
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly sessionId: SessionId;
  readonly shard: string;
  readonly role: string;
  readonly permissions: ReadonlySet<Permission>;
  /** The impersonating system administrator: the `act` claim (RFC 8693 §4.1). */
  readonly impersonatorId?: UserId;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

/** Reads `JWT_KEYS`. @throws ConfigurationError if it is missing or weak: the Worker must refuse to serve. */
export const readSigningKeys = (json: string | undefined): SigningKeys => readKeyList('JWT_KEYS', json);

/** `now` is Unix milliseconds; the lifetime starts then. */
export function signAccessToken(
  keys: SigningKeys,
  claims: Omit<AccessClaims, 'expiresAt'>,
  now: number,
  lifetimeSeconds: number,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  return new SignJWT({
    org: claims.organizationId,
    sid: claims.sessionId,
    shard: claims.shard,
    role: claims.role,
    perm: permissionBits(claims.permissions),
    ...(claims.impersonatorId === undefined ? {} : { act: { sub: claims.impersonatorId } }),
  })
    .setProtectedHeader({ alg: ALGORITHM, typ: TOKEN_TYPE, kid: keys.current.kid })
    .setSubject(claims.userId)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(keys.current.secret);
}

/**
 * Result of verifying a token. `expired`: a valid token past its lifetime, which is normal. `forged`: anything else.
 * Only used for counting attacks; never disclosed to callers.
 */
export type Verification =
  | { readonly ok: true; readonly claims: AccessClaims }
  | { readonly ok: false; readonly reason: 'expired' | 'forged' };

/** Verifies a token at `now` (Unix milliseconds). */
export async function verifyAccessToken(keys: SigningKeys, token: string, now: number): Promise<Verification> {
  try {
    const claims = await readClaims(keys, token, now);
    return claims ? { ok: true, claims } : { ok: false, reason: 'forged' };
  } catch (error) {
    // Only thrown after signature, type, issuer and audience were verified.
    if (error instanceof errors.JWTExpired) return { ok: false, reason: 'expired' };
    if (error instanceof errors.JOSEError) return { ok: false, reason: 'forged' };
    throw error;
  }
}

async function readClaims(keys: SigningKeys, token: string, now: number): Promise<AccessClaims | null> {
  const { payload } = await jwtVerify(
    token,
    (header) => {
      const secret = header.kid === undefined ? undefined : keys.byId.get(header.kid);
      if (!secret) throw new errors.JWSSignatureVerificationFailed('unknown key');
      return secret;
    },
    {
      algorithms: [ALGORITHM],
      typ: TOKEN_TYPE,
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
      requiredClaims: ['sub', 'org', 'sid', 'exp', 'iat'],
    },
  );
  const { sub, org, sid, shard, role, perm, exp } = payload;
  if (typeof sub !== 'string' || !isId('user', sub)) return null;
  if (typeof org !== 'string' || !isId('organization', org)) return null;
  if (typeof sid !== 'string' || !isId('session', sid)) return null;
  if (typeof shard !== 'string' || typeof role !== 'string' || typeof perm !== 'string') return null;
  if (exp === undefined) return null;
  const actor = readActor(payload['act']);
  if (actor === null) return null;
  return {
    userId: sub,
    organizationId: org,
    sessionId: sid,
    shard,
    role,
    permissions: permissionsFromBits(perm),
    ...(actor === undefined ? {} : { impersonatorId: actor }),
    expiresAt: exp * 1000,
  };
}

/** Returns the user in the `act` claim; undefined without the claim, null if it is invalid. */
function readActor(act: unknown): UserId | undefined | null {
  if (act === undefined) return undefined;
  const { sub }: { sub?: unknown } = typeof act === 'object' && act !== null ? act : {};
  return typeof sub === 'string' && isId('user', sub) ? sub : null;
}
