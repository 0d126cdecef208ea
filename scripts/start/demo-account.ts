import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callApi, expectApi, text } from './api-client.ts';

/** Development only: a server with ENVIRONMENT=production never gets this account. */
const DEMO_EMAIL = 'demo@neocaptured.local';
const DEMO_PASSWORD = 'neocaptured-demo';

const PRIVATE_FILE = 0o600;

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  /** A valid API key of the demo organization. */
  readonly apiKey: string;
}

/** The demo organization with a valid key; created through the public API if it does not exist yet. */
export async function demoAccount(address: string, stateFolder: string): Promise<DemoAccount> {
  const path = join(stateFolder, 'demo-key');
  const account = { email: DEMO_EMAIL, password: DEMO_PASSWORD };
  const kept = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (kept !== '' && (await callApi(address, 'GET', '/documents?limit=1', { token: kept })).status === 200) {
    return { ...account, apiKey: kept };
  }
  const token = await signIn(address);
  const created = await expectApi(201, address, 'POST', '/api-keys', { token, json: { name: 'Local demo' } });
  const apiKey = text(created, 'secret');
  await writeFile(path, `${apiKey}\n`, { mode: PRIVATE_FILE });
  return { ...account, apiKey };
}

async function signIn(address: string): Promise<string> {
  const login = await callApi(address, 'POST', '/auth/login', { json: { email: DEMO_EMAIL, password: DEMO_PASSWORD } });
  if (login.status === 200) return text(login.body, 'access_token');
  const registered = await expectApi(201, address, 'POST', '/auth/register', {
    json: {
      email: DEMO_EMAIL,
      password: DEMO_PASSWORD,
      first_name: 'Demo',
      last_name: 'Person',
      organization_name: 'Demo Organization',
    },
  });
  return text(registered, 'access_token');
}
