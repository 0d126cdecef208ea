/**
 * Time-based one-time passwords (RFC 6238) as authenticator apps make them: HMAC-SHA-1, six digits, 30 seconds.
 * Pure but for the HMAC.
 */
const STEP_MS = 30_000;
const DIGITS = 6;
/** RFC 6238 §5.2: one step before and after, for clocks that differ and people who type slowly. */
const DRIFT_STEPS = 1;
/** RFC 4226 §4: 160 bits. */
export const TOTP_SECRET_BYTES = 20;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of one 30-second step since 1970. */
export async function totpCode(secret: Uint8Array, step: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(secret), { name: 'HMAC', hash: 'SHA-1' }, false, [
    'sign',
  ]);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  const offset = mac.getUint8(mac.byteLength - 1) & 15;
  return String((mac.getUint32(offset) & 0x7fff_ffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

export const totpStep = (now: number): number => Math.floor(now / STEP_MS);

/** The step whose code this is, if it is one of about now and later than `lastStep`; null otherwise. */
export async function matchTotp(
  secret: Uint8Array,
  code: string,
  now: number,
  lastStep: number | null,
): Promise<number | null> {
  const typed = code.replaceAll(/\s/g, '');
  const present = totpStep(now);
  let found: number | null = null;
  for (let step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step++) {
    if ((await totpCode(secret, step)) === typed && (lastStep === null || step > lastStep)) found = step;
  }
  return found;
}

/** RFC 4648 base 32 without padding, the form people can type into an app. */
export function toBase32(bytes: Uint8Array): string {
  let bits = 0;
  let width = 0;
  let text = '';
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    width += 8;
    for (; width >= 5; width -= 5) text += BASE32.charAt((bits >>> (width - 5)) & 31);
    bits &= (1 << width) - 1;
  }
  return width === 0 ? text : text + BASE32.charAt((bits << (5 - width)) & 31);
}

/** @throws TypeError for anything that is not base 32 */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let width = 0;
  for (const character of text) {
    const value = BASE32.indexOf(character);
    if (value < 0) throw new TypeError('not base 32');
    bits = (bits << 5) | value;
    width += 5;
    if (width >= 8) {
      width -= 8;
      bytes.push((bits >>> width) & 255);
      bits &= (1 << width) - 1;
    }
  }
  return Uint8Array.from(bytes);
}

/** What the QR picture carries (Key Uri Format of Google Authenticator). `secret` in base 32. */
export function totpUri(secret: string, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_MS / 1000}`;
}
