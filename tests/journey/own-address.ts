import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditListSchema } from '#core/contract/audit';
import { callApi, expectApi } from '../../scripts/start/api-client.ts';
import { registerAccount } from '../platform/account.ts';
import { openLiveSocket } from '../platform/live-socket.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

/** The local server sets the client's address itself and trusts only configured proxies. */

let states: Awaited<ReturnType<typeof temporaryState>>[] = [];
let open: ServerProcess;
let behindProxy: ServerProcess;

beforeAll(async () => {
  states = [await temporaryState(), await temporaryState()];
  open = await startServer(states[0]?.folder ?? '');
  behindProxy = await startServer(states[1]?.folder ?? '', { TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
});

afterAll(async () => {
  await open?.stop();
  await behindProxy?.stop();
  for (const state of states) await state.remove();
});

const STRANGER = '203.0.113.66';
const FORGED = {
  'cf-connecting-ip': STRANGER,
  'x-forwarded-for': STRANGER,
  'mf-cf-blob': `{"clientIp":"${STRANGER}:1"}`,
};

async function addressSeen(address: string): Promise<string | null | undefined> {
  const { token } = await registerAccount(address);
  const init = {
    method: 'POST',
    headers: { ...FORGED, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'forged' }),
  };
  expect((await fetch(`${address}/api/v1/api-keys`, init)).status).toBe(201);
  const list = await expectApi(200, address, 'GET', '/audit-logs?action=api_key.created&limit=1', { token });
  return auditListSchema.parse(list).data[0]?.ip;
}

it('is not told by a client where it is', async () => {
  expect(await addressSeen(open.address)).toMatch(/^(?:127\.0\.0\.1|::1)$/);
});

it('believes a trusted proxy, and then shows strangers no outbox', async () => {
  expect(await addressSeen(behindProxy.address)).toBe(STRANGER);
  const from = (headers: Readonly<Record<string, string>>) =>
    fetch(`${behindProxy.address}/api/v1/dev/outbox`, { headers });
  expect((await from({})).status).toBe(200);
  expect((await from({ 'x-forwarded-for': STRANGER, 'cf-connecting-ip': '127.0.0.1' })).status).toBe(404);
});

it('closes the live socket of a key that is revoked', async () => {
  const { token, apiKey } = await registerAccount(open.address);
  const socket = await openLiveSocket(open.address, apiKey);
  const list = await callApi(open.address, 'GET', '/api-keys', { token });
  const [key] = /key_[0-9a-z]{26}/.exec(JSON.stringify(list)) ?? [];
  await fetch(`${open.address}/api/v1/api-keys/${key}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
  await socket.closed;
});
