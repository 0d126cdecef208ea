import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailure, systemErrorCode } from './failure.ts';

/** Readable by the owner only. */
const PRIVATE_FILE = 0o600;
const SECRET_BYTES = 32;
const SECRETS = ['JWT_KEYS', 'SEALING_KEYS'] as const;

/**
 * The secrets of this state folder, created at its first start and extended by later versions. If they are lost,
 * everyone is signed out, and authenticator apps have to be set up again.
 */
export async function localSecrets(stateFolder: string): Promise<Readonly<Record<string, string>>> {
  const path = join(stateFolder, 'secrets.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  });
  const found = text === null ? {} : parseSecrets(text, path);
  const missing = SECRETS.filter((name) => found[name] === undefined);
  if (missing.length === 0) return found;
  const secrets = { ...found, ...Object.fromEntries(missing.map((name) => [name, newKeyList()])) };
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: PRIVATE_FILE });
  return secrets;
}

function newKeyList(): string {
  const key = { kid: randomBytes(4).toString('hex'), secret: randomBytes(SECRET_BYTES).toString('base64url') };
  return JSON.stringify([key]);
}

function parseSecrets(text: string, path: string): Readonly<Record<string, string>> {
  try {
    const parsed: Readonly<Record<string, unknown>> = JSON.parse(text);
    const known = SECRETS.flatMap((name) => {
      const value = parsed[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    if (known.length > 0) return Object.fromEntries(known);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CommandFailure(
    `${path} holds no usable secrets. Remove the file to get new ones (everybody signs in again).`,
  );
}
