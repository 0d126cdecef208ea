/** Keys from a secret binding: the first is used for what is new, all of them for what is there. */
export interface KeyList {
  readonly current: { readonly kid: string; readonly secret: Uint8Array };
  readonly byId: ReadonlyMap<string, Uint8Array>;
}

const MIN_SECRET_BYTES = 32;

/**
 * Reads `[{"kid": "…", "secret": "base64url"}]` from the binding `name`.
 * @throws TypeError when it is missing or weak: the Worker must not start serving then.
 */
export function readKeyList(name: string, json: string | undefined): KeyList {
  const parsed: unknown = JSON.parse(json ?? '[]');
  if (!Array.isArray(parsed) || parsed.length === 0) throw new TypeError(`${name} holds no key`);
  const keys = parsed.map((entry: unknown) => {
    const key: Readonly<Record<string, unknown>> = typeof entry === 'object' && entry !== null ? { ...entry } : {};
    const { kid, secret } = key;
    if (typeof kid !== 'string' || typeof secret !== 'string')
      throw new TypeError(`${name}: a key needs kid and secret`);
    const bytes = Uint8Array.from(atob(secret.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    if (bytes.byteLength < MIN_SECRET_BYTES) throw new TypeError(`${name}: a secret is shorter than 32 bytes`);
    return { kid, secret: bytes };
  });
  const [current] = keys;
  if (!current) throw new TypeError(`${name} holds no key`);
  return { current, byId: new Map(keys.map((key) => [key.kid, key.secret])) };
}
