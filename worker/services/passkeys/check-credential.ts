import { isoCBOR } from '@simplewebauthn/server/helpers';
import { toBase64Url } from '#core/security/base64url';

/** Accepted COSE algorithms (RFC 9053): ES256, which every authenticator supports, and RS256 for Windows Hello. */
export const PASSKEY_ALGORITHMS = [-7, -257];

/** Maximum length of a credential id in bytes (W3C WebAuthn Level 3 §7.1). */
const MAX_CREDENTIAL_ID_BYTES = 1_023;
/** Bytes per coordinate of a P-256 point. */
const P256_BYTES = 32;
const MIN_RSA_BITS = 2_048;
const MAX_RSA_BITS = 4_096;
/** 65537, the only public exponent in use. */
const RSA_EXPONENT = '1,0,1';

/**
 * Labels of COSE keys (RFC 9052 §7.1, RFC 9053 §7.1, RFC 8230 §4); the meaning of negative ones depends on the key
 * type.
 */
const KTY = 1;
const ALG = 3;
const [CRV_OR_N, X_OR_E, Y] = [-1, -2, -3];
const KTY_EC2 = 2;
const KTY_RSA = 3;
const CRV_P256 = 1;

export const isCredentialIdSound = (id: Uint8Array): boolean =>
  id.byteLength > 0 && id.byteLength <= MAX_CREDENTIAL_ID_BYTES;

/**
 * Returns whether a COSE key is usable: type, algorithm and curve match, the point is on its curve, the modulus has a
 * common size. A key that fails later would lock the user out or be verified unpredictably.
 */
export async function isPublicKeySound(cose: Uint8Array): Promise<boolean> {
  const decoded: unknown = isoCBOR.decodeFirst(Uint8Array.from(cose));
  if (!(decoded instanceof Map)) return false;
  const key: ReadonlyMap<unknown, unknown> = decoded;
  if (key.get(ALG) === -7) return isP256Key(key);
  return key.get(ALG) === -257 && isRsaKey(key);
}

async function isP256Key(key: ReadonlyMap<unknown, unknown>): Promise<boolean> {
  const [x, y] = [key.get(X_OR_E), key.get(Y)];
  if (key.get(KTY) !== KTY_EC2 || key.get(CRV_OR_N) !== CRV_P256) return false;
  if (!(x instanceof Uint8Array && y instanceof Uint8Array)) return false;
  if (x.byteLength !== P256_BYTES || y.byteLength !== P256_BYTES) return false;
  const jwk = { kty: 'EC', crv: 'P-256', x: toBase64Url(x), y: toBase64Url(y) };
  // The import rejects points that are not on the curve.
  return isImportable(jwk, { name: 'ECDSA', namedCurve: 'P-256' });
}

async function isRsaKey(key: ReadonlyMap<unknown, unknown>): Promise<boolean> {
  const [n, e] = [key.get(CRV_OR_N), key.get(X_OR_E)];
  if (key.get(KTY) !== KTY_RSA || !(n instanceof Uint8Array && e instanceof Uint8Array)) return false;
  const bits = n.byteLength * 8;
  const isUsual = bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS && (n[0] ?? 0) >= 0x80 && ((n.at(-1) ?? 0) & 1) === 1;
  if (!isUsual || e.join() !== RSA_EXPONENT) return false;
  const jwk = { kty: 'RSA', n: toBase64Url(n), e: toBase64Url(e) };
  return isImportable(jwk, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' });
}

async function isImportable(
  jwk: JsonWebKey,
  algorithm: Parameters<typeof crypto.subtle.importKey>[2],
): Promise<boolean> {
  try {
    await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
