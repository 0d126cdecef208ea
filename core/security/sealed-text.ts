import type { SigningKeys } from './access-token.ts';

/**
 * Text at rest that nobody should read in the database: AES-256-GCM under a key that is derived (HKDF-SHA-256, RFC 5869)
 * from a signing secret for this one purpose. The form is `kid.iv.ciphertext`, base64url; a key that rotates out takes
 * what it sealed with it.
 */
const IV_BYTES = 12;

export async function sealText(keys: SigningKeys, purpose: string, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const key = await deriveKey(keys.current.secret, purpose);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  return [keys.current.kid, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join('.');
}

/** The text; null when the key is gone, or when this was not sealed for this purpose by us. */
export async function openText(keys: SigningKeys, purpose: string, sealed: string): Promise<string | null> {
  const [kid, iv, ciphertext, ...rest] = sealed.split('.');
  const secret = kid === undefined ? undefined : keys.byId.get(kid);
  if (!secret || iv === undefined || ciphertext === undefined || rest.length > 0) return null;
  const key = await deriveKey(secret, purpose);
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64Url(iv) },
      key,
      fromBase64Url(ciphertext),
    );
    return new TextDecoder().decode(opened);
  } catch (error) {
    // Web Crypto and base64 tell of anything that is not ours by a DOMException.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

async function deriveKey(secret: Uint8Array, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(purpose) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
