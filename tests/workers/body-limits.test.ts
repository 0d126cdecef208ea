import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS } from '#core/platform/settings';
import { makeAdministrator } from '#core/testing/administrator';
import { ORIGIN } from '#core/testing/call';
import { addMember } from '#core/testing/members';
import { type Owner, signUp } from '#core/testing/sign-up';
import { FORM_OVERHEAD_BYTES, MAX_JSON_BYTES } from '../../worker/http/limit-body.ts';
import { fillPath, type Operation, operations } from './operations.ts';

/** Every operation that accepts a body answers 413 if it exceeds the limit, without reading the rest. */

const CHUNK_BYTES = 65_536;
/** Bytes that the runtime may buffer between the sender of a stream and the Worker that reads it. */
const IN_FLIGHT_BYTES = 16 * CHUNK_BYTES;
/** Length announced by a hostile client, far above the limit of every operation. */
const ANNOUNCED_BYTES = 524_288_000;

let administrator: Owner;
let owner: Owner;
let viewer: Owner;
beforeAll(async () => {
  administrator = await signUp('Administrator');
  await makeAdministrator(administrator.userId);
  await mint();
});

/** An owner and a viewer who call the operations. */
async function mint(): Promise<void> {
  owner = await signUp();
  viewer = await addMember(owner, 'viewer');
}

const LIMITS: Readonly<Record<string, number>> = {
  'multipart/form-data': SETTINGS.MAX_UPLOAD_BYTES.default + FORM_OVERHEAD_BYTES,
  'application/octet-stream': SETTINGS.LOGO_MAX_BYTES.default,
};
const limitOf = ({ bodyMedia }: Operation): number => LIMITS[bodyMedia ?? ''] ?? MAX_JSON_BYTES;

const changing = operations
  .filter(({ method }) => method !== 'get')
  .map((operation) => [operation.id, operation] as const);
const withBody = changing.filter(([, { bodyMedia }]) => bodyMedia !== undefined);

/** An authorized caller; none for public operations. */
function callerOf({ permission, tenant }: Operation): Owner | undefined {
  if (permission === 'public') return undefined;
  return tenant === 'system' ? administrator : owner;
}

/** Sends a body that is generated while it is read; `pulled` is the number of bytes read. */
async function send(
  operation: Operation,
  caller: Pick<Owner, 'accessToken'> | undefined,
  size: number,
  headers: HeadersInit = {},
) {
  let pulled = 0;
  const chunk = new Uint8Array(CHUNK_BYTES).fill(0x20);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (pulled >= size) return controller.close();
      pulled += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  const sent = new Headers(headers);
  const media = operation.bodyMedia ?? 'application/json';
  sent.set('content-type', media === 'multipart/form-data' ? `${media}; boundary=b` : media);
  if (caller !== undefined) sent.set('authorization', `Bearer ${caller.accessToken}`);
  const method = operation.method.toUpperCase();
  const url = `${ORIGIN}${fillPath(operation.path, { id: owner.organizationId })}`;
  const response = await exports.default.fetch(url, { method, headers: sent, body, redirect: 'manual' });
  const answer: unknown = await response.json().catch(() => null);
  // A successful call may have ended the session or the membership.
  if (response.ok) await mint();
  return { status: response.status, code: Object(answer).code, pulled };
}

describe.each(changing)('%s', (_id, operation) => {
  test.each([
    ['', {}],
    [' with an idempotency key', { 'idempotency-key': 'hostile' }],
  ])('refuses a body that is announced as too large%s, without reading it', async (_name, headers) => {
    const announced = { ...headers, 'content-length': String(ANNOUNCED_BYTES) };
    const answer = await send(operation, callerOf(operation), 4 * IN_FLIGHT_BYTES, announced);
    expect(answer).toMatchObject({ status: 413, code: expect.stringMatching(/^(body_)?too_large$/) });
    expect(answer.pulled).toBeLessThanOrEqual(IN_FLIGHT_BYTES);
  });

  test('reads no more than its limit of a body without a length for an idempotency key', async () => {
    const limit = limitOf(operation);
    const answer = await send(operation, callerOf(operation), 4 * limit, { 'idempotency-key': 'hostile-stream' });
    expect(answer.pulled).toBeLessThanOrEqual(limit + IN_FLIGHT_BYTES);
    expect(answer.status).toBeLessThan(500);
  });
});

test.each(withBody)(
  '%s answers 413 to a body without a length that turns out to be too large',
  async (_id, operation) => {
    const answer = await send(operation, callerOf(operation), 4 * limitOf(operation));
    expect(answer).toMatchObject({ status: 413, code: expect.stringMatching(/^(body_)?too_large$/) });
    expect(answer.pulled).toBeLessThanOrEqual(limitOf(operation) + IN_FLIGHT_BYTES);
  },
);

test.each(changing.filter(([, { permission }]) => permission !== 'public'))(
  '%s reads nothing for somebody who may not call it, and only its limit for a viewer',
  async (_id, operation) => {
    const stranger = await send(operation, { accessToken: 'nobody' }, 4 * IN_FLIGHT_BYTES, { 'idempotency-key': 'a' });
    expect(stranger.status).toBe(401);
    expect(stranger.pulled).toBeLessThanOrEqual(IN_FLIGHT_BYTES);
    const answer = await send(operation, viewer, 4 * limitOf(operation), { 'idempotency-key': 'a' });
    expect(answer.status).toBeLessThan(500);
    const mayRead = answer.status === 403 ? 0 : limitOf(operation);
    expect(answer.pulled).toBeLessThanOrEqual(mayRead + IN_FLIGHT_BYTES);
  },
);
