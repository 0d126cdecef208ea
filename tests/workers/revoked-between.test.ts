import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { problemSchema } from '#core/contract/problem';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { mintApiKey } from '#core/testing/sign-up';
import { callWithFaults } from './call-with-faults.ts';
import { FaultyBindings } from './faulty-bindings.ts';
import { EXAMPLES } from './operation-examples.ts';
import { type Operation, operations } from './operations.ts';

/**
 * The credential of a request is revoked before each of its D1 calls in turn. Whatever opens a way in or gives somebody
 * power is written only while the credential holds: after a revocation nothing new appears.
 */
const GUARDED: readonly string[] = [
  'registerPasskey',
  'confirmTotp',
  'renewRecoveryCodes',
  'createApiKey',
  'rotateApiKey',
  'updateApiKey',
  'createInvitation',
  'resendInvitation',
  'updateMember',
  'transferOwnership',
  'createRole',
  'updateRole',
  'createGrant',
  'putWorkspaceMember',
];

/** Those that an API key may call too. */
const BY_KEY: readonly string[] = ['createApiKey', 'rotateApiKey', 'createInvitation', 'createGrant'];

/** More calls than any operation makes, as a guard against an endless loop. */
const MAX_CALLS = 60;

const named = (ids: readonly string[]) => operations.filter(({ id }) => ids.includes(id));

interface Credential {
  readonly token: string;
  readonly revoke: () => Promise<void>;
}

async function sessionOf({ accessToken, userId }: MintedPerson): Promise<Credential> {
  const revoke = async () => {
    await env.DB.prepare('UPDATE sessions SET revoked_at = 1 WHERE user_id = ?').bind(userId).run();
  };
  return { token: accessToken, revoke };
}

async function keyOf(owner: MintedPerson): Promise<Credential> {
  const { id, secret } = await mintApiKey(owner);
  const revoke = async () => {
    await env.DB.prepare('UPDATE api_keys SET revoked_at = 1 WHERE id = ?').bind(id).run();
  };
  return { token: secret, revoke };
}

test('every operation named here is mounted', () => {
  expect(named(GUARDED)).toHaveLength(GUARDED.length);
});

test.each(named(GUARDED).map((operation) => [operation.id, operation] as const))(
  '%s changes nothing once the session has ended',
  (_id, operation) => tryEveryPosition(operation, sessionOf),
);

test.each(named(BY_KEY).map((operation) => [operation.id, operation] as const))(
  '%s changes nothing once the API key was revoked',
  (_id, operation) => tryEveryPosition(operation, keyOf),
);

async function tryEveryPosition(operation: Operation, credentialOf: (owner: MintedPerson) => Promise<Credential>) {
  let position = 1;
  while (position < MAX_CALLS && (await revokedAt(operation, position, credentialOf))) position += 1;
  expect(position).toBeGreaterThan(3);
  expect(position).toBeLessThan(MAX_CALLS);
}

/** False if the operation makes fewer calls. */
async function revokedAt(
  operation: Operation,
  position: number,
  credentialOf: (owner: MintedPerson) => Promise<Credential>,
): Promise<boolean> {
  const owner = await mintPerson(await mintOrganization(), 'owner');
  const example = await EXAMPLES[operation.id]?.(owner);
  if (!example) throw new Error(`no example for ${operation.id}`);
  const { token, revoke } = await credentialOf(owner);
  let stateThen: string | undefined;
  const work = async () => {
    await revoke();
    stateThen = await stateOf(owner);
  };
  const answer = await callWithFaults(new FaultyBindings(null, { position, work }), operation, example, token);
  const place = `${operation.id}, revoked before D1 call ${position}`;
  if (stateThen === undefined) {
    expect([place, answer.status]).toEqual([place, example.status]);
    return false;
  }
  expect([place, await stateOf(owner)]).toEqual([place, stateThen]);
  if (answer.status !== example.status) {
    expect([place, answer.status, answer.text]).toEqual([place, 401, expect.any(String)]);
    expect(problemSchema.parse(JSON.parse(answer.text)).code).toBe('unauthenticated');
  }
  return true;
}

/** Everything that lets somebody in or gives power, in the owner's organization and account. */
async function stateOf({ userId, organizationId }: MintedPerson): Promise<string> {
  const queries: readonly (readonly [sql: string, value: string])[] = [
    ['SELECT id FROM passkeys WHERE user_id = ? ORDER BY id', userId],
    ['SELECT confirmed_at FROM totp_authenticators WHERE user_id = ? AND confirmed_at IS NOT NULL', userId],
    ['SELECT hash FROM recovery_codes WHERE user_id = ? ORDER BY hash', userId],
    [
      'SELECT id, permissions, allowed_networks, workspace_id, expires_at, revoked_at FROM api_keys WHERE organization_id = ? ORDER BY id',
      organizationId,
    ],
    ['SELECT id, role, token_hash FROM invitations WHERE organization_id = ? ORDER BY id', organizationId],
    ['SELECT id, role, status FROM memberships WHERE organization_id = ? ORDER BY id', organizationId],
    ['SELECT id, permissions FROM custom_roles WHERE organization_id = ? ORDER BY id', organizationId],
    ['SELECT id, permissions FROM grants WHERE organization_id = ? ORDER BY id', organizationId],
    ['SELECT membership_id, role FROM workspace_members WHERE organization_id = ? ORDER BY 1', organizationId],
  ];
  const results = await env.DB.batch(queries.map(([sql, value]) => env.DB.prepare(sql).bind(value)));
  return JSON.stringify(results.map((each) => each.results));
}
