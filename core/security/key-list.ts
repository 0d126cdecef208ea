import { ConfigurationError, parseJsonVariable } from '../domain/configuration-error.ts';

/** Keys from a secret binding: the first is used for new data, all of them for existing data. */
export interface KeyList {
  readonly current: { readonly kid: string; readonly secret: Uint8Array };
  readonly byId: ReadonlyMap<string, Uint8Array>;
}

const MIN_SECRET_BYTES = 32;
/** Well below the roughly 30 distinct values in 32 random bytes, and above a repeated character or a short word. */
const MIN_DISTINCT_BYTES = 8;
/** No dots, because encrypted texts separate their parts with dots. */
const KID = /^[\w-]{1,64}$/;
const BASE64URL = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * Reads `[{"kid": "…", "secret": "base64url"}]` from the variable `name`.
 * @throws ConfigurationError if it is missing, malformed or weak: the Worker must refuse to serve
 */
export function readKeyList(name: string, json: string | undefined): KeyList {
  const refused = (rule: string): ConfigurationError => new ConfigurationError(name, rule);
  const parsed = json === undefined || json === '' ? [] : parseJsonVariable(name, json);
  if (!Array.isArray(parsed) || parsed.length === 0)
    throw refused('must list at least one key: [{"kid": "…", "secret": "…"}]');
  const keys = parsed.map((entry: unknown) => {
    const key: Readonly<Record<string, unknown>> = typeof entry === 'object' && entry !== null ? { ...entry } : {};
    const { kid, secret } = key;
    if (typeof kid !== 'string' || !KID.test(kid) || typeof secret !== 'string' || !BASE64URL.test(secret))
      throw refused('has a key without a kid or without a base64url secret');
    const bytes = decode(secret);
    if (bytes === null || bytes.byteLength < MIN_SECRET_BYTES)
      throw refused(`has a secret of fewer than ${MIN_SECRET_BYTES} bytes`);
    if (new Set(bytes).size < MIN_DISTINCT_BYTES) throw refused('has a secret that is not random');
    return { kid, secret: bytes };
  });
  const byId = new Map(keys.map((key) => [key.kid, key.secret]));
  if (byId.size < keys.length) throw refused('names a kid twice');
  const [current] = keys;
  if (!current) throw refused('must list at least one key');
  return { current, byId };
}

/** Decodes base64; null for an invalid length or padding. */
function decode(secret: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(secret.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
