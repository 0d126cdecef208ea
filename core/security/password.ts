import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { PASSWORD_COST, type PasswordCost } from './password-cost.ts';

/*
 * Passwords at rest: scrypt as a PHC string, so that stronger parameters are a rehash at the next sign-in. A hash keeps
 * the isolate's only thread busy: callers throttle first, and hash one at a time (hash-gate.ts).
 */

const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** workerd refuses N·r·p above 2^20; a stored string that asks for more is damaged, never obeyed. */
const MAX_COST = 2 ** 20;

const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{16,86})\$([A-Za-z0-9+/]{43,86})$/;

/** What is verified when there is no such user, so that the answer takes as long. Nobody's password has this hash. */
const NOBODY = format(PASSWORD_COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES));

/** A PHC string, `$scrypt$ln=14,r=8,p=5$salt$hash`. The password is compared in NFKC, as people type it on any device. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return format(PASSWORD_COST, salt, await derive(password, salt, PASSWORD_COST, KEY_BYTES));
}

/**
 * True when `password` is the one behind `stored`. With null (no such user, or none who has a password) the same work
 * is done and the answer is false: duration tells nothing.
 * @throws TypeError when `stored` is not one of our strings.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const { parameters, salt, key } = parse(stored ?? NOBODY);
  const derived = await derive(password, salt, parameters, key.byteLength);
  return timingSafeEqual(derived, key) && stored !== null;
}

/** True when `stored` was made with other parameters than today's. */
export function needsRehash(stored: string): boolean {
  const { parameters } = parse(stored);
  return parameters.ln !== PASSWORD_COST.ln || parameters.r !== PASSWORD_COST.r || parameters.p !== PASSWORD_COST.p;
}

/** Length as people count it: code points after normalization. */
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
