import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { isPermission, PERMISSIONS } from '#core/domain/permissions';
import { permissionsOfRole, SYSTEM_ROLES, type SystemRole } from '#core/domain/roles';
import { newId } from '#core/platform/ids';
import { type Answer, call, problemOf } from '#core/testing/call';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';
import type { Example } from './example.ts';
import { EXAMPLES } from './operation-examples.ts';
import { fillPath, type Operation, operations, protectedOperations } from './operations.ts';

/**
 * Every operation of the API × every kind of caller. Expectations follow from the operation's own `x-permission` and
 * `x-tenant`; a new operation is included because it is mounted. `npm run test:matrix` tests all of it. The ordinary
 * run tests the same sample every time, so that failures depend on the change and not on the date: one operation of
 * each kind (permission × tenant), with an id in its path where the kind has one. This covers every column, and every
 * permission with every role. In every run, `route-contract.test.ts` and `tenant.test.ts` check the permission of each
 * operation, other tenants and revoked credentials.
 */
const whole = env.TEST_MATRIX === 'whole';
const kindOf = ({ permission, tenant }: Operation): string => `${String(permission)} × ${String(tenant)}`;
const hasId = ({ path }: Operation): boolean => path.includes('{id}');

function sampled(list: readonly Operation[]): readonly Operation[] {
  if (whole) return list;
  const kinds = Map.groupBy(list, kindOf);
  return [...kinds.values()].flatMap((alike) => alike.find(hasId) ?? alike.slice(0, 1));
}

/** Kinds of callers. Each must occur in every run. */
const COLUMNS = [
  ...SYSTEM_ROLES,
  'anonymous',
  'expired token',
  'its own people still',
  'other organization',
  'other workspace',
  'revoked key',
  'suspended user',
  'wrong scope',
];
const met = new Set<string>();

/** Ids of objects in workspaces; all other objects are shared by the organization. */
const IN_WORKSPACES = /^(doc|wsp|gra|job|bat)_/;
const UNKNOWN = 'doc_00000000000000000000000000';

interface Deviation {
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

let stranger: MintedPerson;
beforeAll(async () => {
  stranger = await mintPerson(await mintOrganization(), 'owner');
});

const named = (list: readonly Operation[]) => list.map((operation) => [operation.id, operation] as const);
const withoutRequestId = (text: string) => text.replaceAll(/req_[0-9a-z]{26}/g, 'req');
const told = (answer: Answer): string =>
  answer.status >= 400 ? `${answer.status} ${problemOf(answer).code} ${problemOf(answer).detail}` : `${answer.status}`;

function ask(operation: Operation, token: string | undefined, example: Partial<Example>): Promise<Answer> {
  const body = example.body?.();
  return call(
    operation.method.toUpperCase(),
    `${fillPath(operation.path, example.params ?? {})}${example.query ?? ''}`,
    {
      token,
      ...(example.json === undefined ? {} : { json: example.json }),
      ...(body === undefined ? {} : { body }),
      ...(example.headers ? { headers: example.headers } : {}),
    },
  );
}

async function prepare(operation: Operation, owner: Owner): Promise<Example> {
  const example = EXAMPLES[operation.id];
  if (!example) throw new Error(`operation-examples.ts has no example for ${operation.id}`);
  return example(owner);
}

/**
 * The example for a caller other than the owner: on their own account if it is about the caller, else on the owner's
 * objects.
 */
async function prepareFor(operation: Operation, caller: MintedPerson, owner: MintedPerson): Promise<Example> {
  const aboutCaller = operation.tenant === 'user' && operation.permission === 'authenticated';
  return prepare(operation, aboutCaller ? caller : owner);
}

/** One cell: caller, expected status and text of the response, and actual response. */
class Row {
  readonly deviations: Deviation[] = [];
  constructor(readonly operation: Operation) {}

  expect(column: string, answer: Answer, status: number, holds = ''): void {
    met.add(column);
    const found = told(answer);
    if (found.startsWith(String(status)) && found.includes(holds)) return;
    this.deviations.push({ column, expected: `${status} ${holds}`.trim(), found });
  }

  /** Both responses must be byte for byte the same, except for the request id. */
  expectSame(column: string, answer: Answer, unknown: Answer): void {
    this.expect(column, answer, 404, 'not_found');
    if (withoutRequestId(answer.text) === withoutRequestId(unknown.text)) return;
    this.deviations.push({ column, expected: unknown.text, found: answer.text });
  }
}

const mayByRole = ({ permission }: Operation, role: SystemRole): boolean =>
  permission === 'authenticated' ||
  (typeof permission === 'string' && isPermission(permission) && permissionsOfRole(role).includes(permission));

async function askByRoles(row: Row): Promise<void> {
  const { operation } = row;
  for (const role of SYSTEM_ROLES) {
    const organizationId = await mintOrganization();
    const owner = await mintPerson(organizationId, 'owner');
    const caller = role === 'owner' ? owner : await mintPerson(organizationId, role);
    if (!mayByRole(operation, role)) {
      const word = operation.permission === 'system_administrator' ? 'forbidden' : String(operation.permission);
      row.expect(role, await ask(operation, caller.accessToken, {}), 403, word);
      continue;
    }
    const example = await prepareFor(operation, caller, owner);
    row.expect(role, await ask(operation, caller.accessToken, example), example.status);
  }
}

async function askFromElsewhere(row: Row): Promise<void> {
  const { operation } = row;
  if (!hasId(operation) || operation.permission === 'system_administrator') return;
  const organizationId = await mintOrganization();
  const owner = await mintPerson(organizationId, 'owner');
  const outsider = await mintPerson(organizationId, 'manager');
  const example = await prepare(operation, owner);
  const unknown = { ...example, params: { ...example.params, id: UNKNOWN } };
  const foreign = await ask(operation, stranger.accessToken, example);
  row.expectSame('other organization', foreign, await ask(operation, stranger.accessToken, unknown));
  if (operation.tenant !== 'workspace' || !IN_WORKSPACES.test(example.params?.['id'] ?? '')) return;
  if (!mayByRole(operation, 'manager')) return;
  const restricted = newId('workspace', Date.now());
  const now = Date.now();
  await env.DB.prepare(
    `INSERT INTO workspaces (id, organization_id, name, slug, access, created_by, created_at, updated_at)
      VALUES (?1, ?2, 'Hidden', ?1, 'restricted', ?3, ?4, ?4)`,
  )
    .bind(restricted, organizationId, owner.userId, now)
    .run();
  await env.DB.prepare(`UPDATE workspaces SET access = 'restricted' WHERE organization_id = ?`)
    .bind(organizationId)
    .run();
  await env.DB.prepare('UPDATE documents SET workspace_id = ? WHERE organization_id = ?')
    .bind(restricted, organizationId)
    .run();
  const hidden = await ask(operation, outsider.accessToken, example);
  row.expectSame('other workspace', hidden, await ask(operation, outsider.accessToken, unknown));
  const still = await ask(operation, owner.accessToken, example);
  row.expect('its own people still', still, example.status);
}

async function askWithDeadCredentials(row: Row): Promise<void> {
  const { operation } = row;
  const organizationId = await mintOrganization();
  const owner = await mintPerson(organizationId, 'owner');
  const suspended = await mintPerson(organizationId, 'owner', 'suspended');
  const key = await mintApiKey(owner);
  await call('DELETE', `/api/v1/api-keys/${key.id}`, { token: owner.accessToken });
  row.expect('anonymous', await ask(operation, undefined, {}), 401, 'unauthenticated');
  row.expect('revoked key', await ask(operation, key.secret, {}), 401, 'unauthenticated');
  row.expect('expired token', await ask(operation, owner.expiredToken, {}), 401, 'unauthenticated');
  row.expect('suspended user', await ask(operation, suspended.accessToken, {}), 401, 'unauthenticated');
  const { permission } = operation;
  if (permission === 'authenticated') return;
  const narrow = await mintApiKey(
    owner,
    PERMISSIONS.filter((name) => name !== permission),
  );
  const word = permission === 'system_administrator' ? 'forbidden' : String(permission);
  row.expect('wrong scope', await ask(operation, narrow.secret, {}), 403, word);
}

test.each(named(sampled(protectedOperations)))(
  '%s answers everybody as its permission says',
  async (_id, operation) => {
    const row = new Row(operation);
    await askWithDeadCredentials(row);
    await askByRoles(row);
    await askFromElsewhere(row);
    expect(row.deviations).toEqual([]);
  },
);

test.each(named(sampled(operations.filter((each) => each.permission === 'public'))))(
  '%s answers anybody',
  async (_id, operation) => {
    const row = new Row(operation);
    const example = await prepare(operation, await signUp());
    row.expect('anonymous', await ask(operation, undefined, example), example.status);
    expect(row.deviations).toEqual([]);
  },
);

test('whatever is asked for, every kind of operation and everybody who may ask is met', () => {
  const asked = sampled(operations);
  expect(new Set(asked.map(kindOf))).toEqual(new Set(operations.map(kindOf)));
  if (whole) expect(asked.length).toBe(operations.length);
  expect([...met].toSorted()).toEqual(COLUMNS.toSorted());
});
