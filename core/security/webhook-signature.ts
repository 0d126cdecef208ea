/** Signatures of the Standard Webhooks specification, version 1 (github.com/standard-webhooks/standard-webhooks). */

const SECRET_PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export function newWebhookSecret(): string {
  return SECRET_PREFIX + btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(SECRET_BYTES))));
}

/** Value of the `webhook-signature` header: one signature for each secret. `timestamp` is in Unix seconds. */
export async function signWebhook(
  secrets: readonly string[],
  message: { readonly id: string; readonly timestamp: number; readonly body: string },
): Promise<string> {
  const content = new TextEncoder().encode(`${message.id}.${message.timestamp}.${message.body}`);
  const signatures = await Promise.all(secrets.map((secret) => sign(secret, content)));
  return signatures.map((signature) => `v1,${signature}`).join(' ');
}

async function sign(secret: string, content: BufferSource): Promise<string> {
  const bytes = Uint8Array.from(atob(secret.slice(SECRET_PREFIX.length)), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, content))));
}
