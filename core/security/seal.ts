import { fromBase64Url, toBase64Url } from './base64url.ts';
import type { KeyList } from './key-list.ts';

/**
 * Encrypts secrets that must be readable again: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce, as
 * `kid.nonce.text`. `purpose` binds the text to one place: it cannot be decrypted if copied elsewhere.
 */
const NONCE_BYTES = 12;

export async function seal(keys: KeyList, purpose: string, plain: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const key = await sealingKey(keys.current.secret);
  const bytes = await crypto.subtle.encrypt(parameters(iv, purpose), key, new TextEncoder().encode(plain));
  return `${keys.current.kid}.${toBase64Url(iv)}.${toBase64Url(new Uint8Array(bytes))}`;
}

/** @throws TypeError if the text was not encrypted by one of these keys for this purpose */
export async function unseal(keys: KeyList, purpose: string, sealed: string): Promise<string> {
  const [kid = '', iv = '', text = ''] = sealed.split('.');
  const secret = keys.byId.get(kid);
  if (!secret) throw new TypeError('a sealed text names a key this deployment does not have');
  try {
    const key = await sealingKey(secret);
    const plain = await crypto.subtle.decrypt(parameters(fromBase64Url(iv), purpose), key, fromBase64Url(text));
    return new TextDecoder().decode(plain);
  } catch (error) {
    throw new TypeError('a sealed text does not open', { cause: error });
  }
}

const parameters = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(purpose),
});

/** HKDF-SHA-256 (RFC 5869): accepts secrets of any length and separates this key from other uses of the secret. */
async function sealingKey(secret: Uint8Array): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode('neocaptured seal') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
