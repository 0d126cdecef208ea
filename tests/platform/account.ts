import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PATIENCE_MS } from '#core/testing/patience';
import { expectApi, member, text } from '../../scripts/start/api-client.ts';

export interface TestAccount {
  readonly email: string;
  readonly password: string;
  readonly token: string;
  readonly apiKey: string;
}

const POLL_MILLISECONDS = 50;
const UNFINISHED: ReadonlySet<string> = new Set(['received', 'queued', 'processing']);

/** Creates an organization with a user and an API key through the public API. */
export async function registerAccount(address: string): Promise<TestAccount> {
  const email = `person-${randomUUID()}@example.com`;
  const password = `correct horse ${randomUUID()}`;
  const registered = await expectApi(201, address, 'POST', '/auth/register', {
    json: { email, password, first_name: 'Ada', last_name: 'Tester', organization_name: 'Test Organization' },
  });
  const token = text(registered, 'access_token');
  const key = await expectApi(201, address, 'POST', '/api-keys', { token, json: { name: 'Tests' } });
  return { email, password, token, apiKey: text(key, 'secret') };
}

/** Polls until the document has a final status. Returns its last state. */
export async function waitUntilEnded(
  address: string,
  token: string,
  id: string,
  withinMilliseconds = PATIENCE_MS,
): Promise<Readonly<Record<string, unknown>>> {
  const deadline = performance.now() + withinMilliseconds;
  for (;;) {
    const document = await expectApi(200, address, 'GET', `/documents/${id}`, { token });
    if (!UNFINISHED.has(text(document, 'status'))) return document;
    if (performance.now() > deadline)
      throw new Error(`${id} is still ${text(document, 'status')} after ${withinMilliseconds} ms`);
    await delay(POLL_MILLISECONDS);
  }
}

/** All items of a list, following its cursor. */
export async function readWholeList(
  address: string,
  token: string,
  path: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const entries: Readonly<Record<string, unknown>>[] = [];
  const separator = path.includes('?') ? '&' : '?';
  for (let cursor: unknown = null; ; ) {
    const page = typeof cursor === 'string' ? `${path}${separator}cursor=${encodeURIComponent(cursor)}` : path;
    const body = await expectApi(200, address, 'GET', page, { token });
    const data: unknown = body['data'];
    for (const entry of Array.isArray(data) ? data : []) entries.push(entry);
    cursor = member(body, 'next_cursor');
    if (typeof cursor !== 'string') return entries;
  }
}
