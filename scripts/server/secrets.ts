import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailure, systemErrorCode } from './failure.ts';

/** Only the owner may read it. */
const PRIVATE_FILE = 0o600;
const SECRET_BYTES = 32;

/** The secrets of this state folder, made at its first start: losing them signs everybody out, nothing else. */
export async function localSecrets(stateFolder: string): Promise<Readonly<Record<string, string>>> {
  const path = join(stateFolder, 'secrets.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) return parseSecrets(text, path);
  const key = { kid: randomBytes(4).toString('hex'), secret: randomBytes(SECRET_BYTES).toString('base64url') };
  const secrets = { JWT_KEYS: JSON.stringify([key]) };
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: PRIVATE_FILE });
  return secrets;
}

function parseSecrets(text: string, path: string): Readonly<Record<string, string>> {
  try {
    const parsed: Readonly<Record<string, unknown>> = JSON.parse(text);
    const { JWT_KEYS } = parsed;
    if (typeof JWT_KEYS === 'string') return { JWT_KEYS };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CommandFailure(
    `${path} holds no usable secrets. Remove the file to get new ones (everybody signs in again).`,
  );
}
