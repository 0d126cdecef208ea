import { beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS } from '#core/domain/permissions';
import { makeAdministrator } from '#core/testing/administrator';
import { type Answer, call, problemOf } from '#core/testing/call';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';
import { MAX_JSON_BYTES } from '../../worker/http/limit-body.ts';
import type { Example } from './example.ts';
import { EXAMPLES } from './operation-examples.ts';
import { fillPath, mounted, type Operation, openApi, operations, protectedOperations } from './operations.ts';

/** The contract of every API operation. */

const UNKNOWN_ID = { id: 'doc_00000000000000000000000000' };
/** Served in addition to the operations: the OpenAPI document itself. */
const NOT_AN_OPERATION = new Set(['get /api/v1/openapi.json']);
const TENANTS = ['organization', 'workspace', 'user', 'public', 'system'];

let stranger: Owner;
let administrator: Owner;
beforeAll(async () => {
  stranger = await signUp('Stranger');
  administrator = await signUp('Administrator');
  await makeAdministrator(administrator.userId);
});

const named = (list: readonly Operation[]) => list.map((operation) => [operation.id, operation] as const);
const withoutRequestId = (text: string) => text.replaceAll(/req_[0-9a-z]{26}/g, 'req');

function ask(operation: Operation, token: string | undefined, example: Partial<Example>): Promise<Answer> {
  const body = example.body?.();
  const path = `${fillPath(operation.path, example.params ?? {})}${example.query ?? ''}`;
  return call(operation.method.toUpperCase(), path, {
    token,
    ...(example.json === undefined ? {} : { json: example.json }),
    ...(body === undefined ? {} : { body }),
    ...(example.headers ? { headers: example.headers } : {}),
  });
}

/** An authorized caller. */
const askerOf = (operation: Operation): Owner => (operation.tenant === 'system' ? administrator : stranger);

function tellsRateLimit(answer: Answer): void {
  expect(answer.headers.get('ratelimit-policy')).toMatch(/^"default";q=\d+;w=\d+$/);
  expect(answer.headers.get('ratelimit')).toMatch(/^"default";r=\d+;t=\d+$/);
}

async function exampleOf(operation: Operation, owner: Owner): Promise<Example> {
  const prepare = EXAMPLES[operation.id];
  if (!prepare) throw new Error(`operation-examples.ts has no example for ${operation.id}`);
  return prepare(owner);
}

describe('the OpenAPI document', () => {
  test('is what is served', async () => {
    const answer = await call('GET', '/api/v1/openapi.json');
    expect(answer.json).toEqual(JSON.parse(JSON.stringify(openApi)));
  });

  test('holds every mounted route, and no other', () => {
    const documented = operations.map((operation) => `${operation.method} ${operation.path}`);
    const served = [...mounted].filter((route) => !NOT_AN_OPERATION.has(route));
    expect(served.toSorted()).toEqual(documented.toSorted());
    const inDocument = Object.entries(openApi.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(inDocument.toSorted()).toEqual(documented.toSorted());
  });

  test('has an example for every operation, and none for what is gone', () => {
    expect(Object.keys(EXAMPLES).toSorted()).toEqual(operations.map((operation) => operation.id).toSorted());
  });

  test.each(named(operations))('%s says who may call it and whose data it touches', (_id, operation) => {
    expect(['public', 'authenticated', 'system_administrator', ...PERMISSIONS]).toContain(operation.permission);
    expect(TENANTS).toContain(operation.tenant);
    expect(operation.security).toEqual(operation.permission === 'public' ? [] : [{ bearer: [] }, { cookie: [] }]);
  });
});

describe.each(named(protectedOperations))('%s', (_id, operation) => {
  test('answers 401 without a credential, and with one that nobody holds', async () => {
    const credentials: Readonly<Record<string, string>>[] = [
      {},
      { authorization: 'Bearer garbage' },
      { authorization: `Bearer nc_live_${'A'.repeat(43)}` },
      { authorization: `Bearer ${stranger.accessToken.slice(0, -2)}xx` },
      { authorization: `Basic ${btoa('a:b')}` },
      { authorization: `Token ${stranger.accessToken}` },
      { authorization: `Bearer ${stranger.refreshToken}` },
      { cookie: '__Host-nc_access=garbage', origin: 'https://api.test' },
      { cookie: `nc_access=${stranger.accessToken}` },
    ];
    for (const headers of credentials) {
      const answer = await ask(operation, undefined, { headers });
      expect([headers, answer.status, problemOf(answer).code]).toEqual([headers, 401, 'unauthenticated']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  test('answers 401 to a revoked API key', async () => {
    const key = await mintApiKey(stranger);
    await call('DELETE', `/api/v1/api-keys/${key.id}`, { token: stranger.accessToken });
    expect((await ask(operation, key.secret, {})).status).toBe(401);
  });

  const { permission } = operation;
  if (permission !== 'authenticated') {
    test(`answers 403 without ${permission}, and names it`, async () => {
      const holder = askerOf(operation);
      const key = await mintApiKey(
        holder,
        PERMISSIONS.filter((name) => name !== permission),
      );
      const answer = await ask(operation, key.secret, await exampleOf(operation, holder));
      expect([answer.status, problemOf(answer).code]).toEqual([403, 'forbidden']);
      expect(problemOf(answer).detail).toContain(String(permission));
    });
  }

  if (operation.tenant === 'system') {
    test('answers 403 to who is no system administrator, whatever is named', async () => {
      const owner = await signUp();
      const example = await exampleOf(operation, administrator);
      const foreign = await ask(operation, owner.accessToken, example);
      const unknown = await ask(operation, owner.accessToken, { ...example, params: UNKNOWN_ID });
      expect([foreign.status, problemOf(foreign).code]).toEqual([403, 'forbidden']);
      expect(withoutRequestId(foreign.text)).toBe(withoutRequestId(unknown.text));
    });
  } else if (operation.path.includes('{id}')) {
    test("answers another tenant's id exactly as one that never was", async () => {
      const owner = await signUp();
      const example = await exampleOf(operation, owner);
      const foreign = await ask(operation, stranger.accessToken, example);
      const unknown = await ask(operation, stranger.accessToken, {
        ...example,
        params: { ...example.params, ...UNKNOWN_ID },
      });
      expect([foreign.status, problemOf(foreign).code]).toEqual([404, 'not_found']);
      expect(withoutRequestId(foreign.text)).toBe(withoutRequestId(unknown.text));
      const names = (answer: Answer) => [...answer.headers.keys()].toSorted();
      expect(names(foreign)).toEqual(names(unknown));
      const own = await ask(operation, owner.accessToken, example);
      expect(own.status).toBe(example.status);
    });
  }
});

describe.each(named(operations.filter((operation) => operation.jsonBody)))('%s', (_id, operation) => {
  test.each([
    ['no JSON', '{"a":', 400],
    ['no body', '', 400],
    ['an array', '[]', 422],
    ['null', 'null', 422],
    ['an empty object', '{}', 422],
    ['text of another kind', '"x"', 422],
  ])('refuses %s', async (_name, body, status) => {
    const answer = await call(operation.method.toUpperCase(), fillPath(operation.path, {}), {
      token: operation.permission === 'public' ? undefined : askerOf(operation).accessToken,
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, problemOf(answer).code]).toEqual([
      status,
      status === 400 ? 'bad_request' : 'validation_failed',
    ]);
    if (status === 422) expect(problemOf(answer).errors?.length).toBeGreaterThan(0);
  });

  test('refuses a body larger than any it asks for, before reading it as JSON', async () => {
    const answer = await call(operation.method.toUpperCase(), fillPath(operation.path, {}), {
      token: operation.permission === 'public' ? undefined : askerOf(operation).accessToken,
      body: `{"a":"${'x'.repeat(MAX_JSON_BYTES)}"}`,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, problemOf(answer).code]).toEqual([413, 'body_too_large']);
  });

  test('refuses a body that does not say it is JSON', async () => {
    const answer = await call(operation.method.toUpperCase(), fillPath(operation.path, {}), {
      token: operation.permission === 'public' ? undefined : askerOf(operation).accessToken,
      body: JSON.stringify({}),
      headers: { 'content-type': 'text/plain' },
    });
    expect([400, 415, 422]).toContain(answer.status);
  });
});

describe.each(named(operations))('%s', (_id, operation) => {
  test('succeeds with an answer that has exactly the documented form', async () => {
    const owner = await signUp();
    const example = await exampleOf(operation, owner);
    const answer = await ask(operation, operation.permission === 'public' ? undefined : owner.accessToken, example);
    expect([answer.status, answer.text.slice(0, 300)]).toEqual([example.status, expect.anything()]);
    expect(operation.statuses).toContain(answer.status);
    if (operation.permission !== 'public' && answer.status !== 101) tellsRateLimit(answer);
    const [kind] = (answer.headers.get('content-type') ?? '').split(';');
    if (kind) expect(operation.mediaOf(answer.status)).toContain(kind);
    const schema = operation.schemaOf(answer.status);
    if (!schema) return;
    // Parsing removes properties missing from the schema, so equality means that nothing undocumented is returned.
    expect(schema.parse(answer.json)).toEqual(answer.json);
  });
});

test.each(named(operations))('%s documents the body of every success, JSON by a schema', (_id, operation) => {
  for (const status of operation.statuses.filter((each) => each >= 200 && each < 300 && each !== 204)) {
    const media = operation.mediaOf(status);
    expect(media).not.toHaveLength(0);
    if (media.includes('application/json')) expect(operation.schemaOf(status)).toBeDefined();
  }
});

test.each([...new Set(operations.map((operation) => operation.path))])(
  '%s refuses methods it does not have, and tells which it has',
  async (path) => {
    // `/documents/bulk` is an id of `/documents/{id}` too.
    const has = [
      ...new Set(
        operations
          .filter((operation) => new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
          .map((operation) => operation.method.toUpperCase()),
      ),
    ];
    const lacks = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !has.includes(method));
    for (const method of lacks) {
      const answer = await call(method, fillPath(path, {}), { token: stranger.accessToken });
      expect([method, answer.status, problemOf(answer).code]).toEqual([method, 405, 'method_not_allowed']);
      expect(answer.headers.get('allow')).toBe(has.toSorted().join(', '));
    }
  },
);

test.each(['/api/v1/nothing', '/api/v1/documents/a/b/c/d', '/api/v2/documents', '/api/v1/healthz'])(
  '%s is not there',
  async (path) => {
    const answer = await call('GET', path, { token: stranger.accessToken });
    expect([answer.status, problemOf(answer).code]).toEqual([404, 'not_found']);
  },
);

test('the live socket tells whoever asks without a handshake so, as a problem', async () => {
  const answer = await call('GET', '/api/v1/live', { token: stranger.accessToken });
  expect([answer.status, problemOf(answer).code]).toEqual([400, 'bad_request']);
});
