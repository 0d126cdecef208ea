import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { PASSWORD_COST, type PasswordCost } from './password-cost.ts';

/*
 * Passwords at rest: scrypt as a PHC string, so that hashes with old parameters are replaced at the next sign-in. A
 * hash blocks the isolate's only thread: callers must throttle first and hash one at a time (hash-gate.ts).
 */

const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** workerd rejects N·r·p above 2^20. A stored string with higher parameters is corrupt and is not used. */
const MAX_COST = 2 ** 20;

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{16,86})\$([A-Za-z0-9+/]{43,86})$/;

/** Hash verified for unknown users, so that the response takes the same time. No password matches it. */
const NOBODY = format(PASSWORD_COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES));

/**
 * Returns a PHC string, `$scrypt$ln=14,r=8,p=5$salt$hash`. The password is normalized to NFKC, so that it matches on
 * every device.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return format(PASSWORD_COST, salt, await derive(password, salt, PASSWORD_COST, KEY_BYTES));
}

/**
 * Returns whether `password` matches `stored`. With null (unknown user, or user without a password) it does the same
 * work and returns false, so that timing reveals nothing.
 * @throws TypeError if `stored` is not a hash made by `hashPassword`
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { parameters, salt, key } = parse(stored ?? NOBODY);
  const derived = await derive(password, salt, parameters, key.byteLength);
  return timingSafeEqual(derived, key) && stored !== null;
}

/** Returns whether `stored` was made with outdated parameters. */
export function needsRehash(stored: string): boolean {
  const { parameters } = parse(stored);
  return parameters.ln !== PASSWORD_COST.ln || parameters.r !== PASSWORD_COST.r || parameters.p !== PASSWORD_COST.p;
}

/** Length in code points after normalization. */
export function passwordLength(password: string): number {
  return Array.from(password.normalize('NFKC')).length;
}

function derive(password: string, salt: Uint8Array, { ln, r, p }: PasswordCost, length: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: 2 ** ln, r, p, maxmem: 2 * 128 * 2 ** ln * r };
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function format({ ln, r, p }: PasswordCost, salt: Buffer, key: Buffer): string {
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  return `$scrypt$ln=${ln},r=${r},p=${p}$${text(salt)}$${text(key)}`;
}

function parse(stored: string): { readonly parameters: PasswordCost; readonly salt: Buffer; readonly key: Buffer } {
  const [, ln, r, p, salt, key] = PHC.exec(stored) ?? [];
  if (salt === undefined || key === undefined) throw new TypeError('a stored password hash is not a scrypt PHC string');
  const parameters = { ln: Number(ln), r: Number(r), p: Number(p) };
  if (2 ** parameters.ln * parameters.r * parameters.p > MAX_COST)
    throw new TypeError('a stored password hash asks for too much');
  return { parameters, salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') };
}
