import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { mfaPendingSchema, signedInSchema } from '#core/contract/identity';
import { passkeyListSchema } from '#core/contract/passkeys';
import { connectControl } from '#core/db/connect';
import { users } from '#core/db/schema/control';
import { passkeys, signInChallenges } from '#core/db/schema/sign-in';
import { auditEvents } from '#core/db/schema/tenant';
import { sha256Hex } from '#core/security/digest';
import { call, problemOf } from '#core/testing/call';
import { mintOrganization, mintPerson } from '#core/testing/mint-person';
import {
  addPasskey,
  createPasskey,
  type Deviation,
  newDevice,
  registrationChallenge,
  signInChallenge,
} from '#core/testing/passkey';
import { firstStep } from '#core/testing/second-factor';
import { type Owner, PASSWORD, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const signIn = (response: unknown) => call('POST', '/api/v1/auth/passkey-sign-in', { json: { response } });
const add = (owner: Owner, response: unknown) =>
  call('POST', '/api/v1/auth/passkeys', { token: owner.accessToken, json: { name: 'Laptop', response } });
const refusals = async (owner: Owner) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.organizationId, owner.organizationId))).filter(
    (event) => event.outcome === 'failure' && event.changes?.includes('passkey'),
  ).length;

describe('a passkey', () => {
  test('signs its person in, as both factors, without an e-mail or a password', async () => {
    const owner = await signUp();
    const { device, recoveryCodes } = await addPasskey(owner);
    expect(recoveryCodes).toHaveLength(10);
    const answer = await signIn(await device.answer(await signInChallenge(), { userHandle: owner.userId }));
    expect(signedInSchema.strict().parse(answer.json).user.id).toBe(owner.userId);
    const [stored] = await db.select().from(passkeys).where(eq(passkeys.userId, owner.userId));
    expect(stored).toMatchObject({ counter: 1, lastUsedAt: expect.any(Number) });
  });

  test('is asked for after a password, and a recovery code stands in for it', async () => {
    const owner = await signUp();
    const { recoveryCodes = [] } = await addPasskey(owner);
    const login = await call('POST', '/api/v1/auth/login', { json: { email: owner.email, password: PASSWORD } });
    expect(mfaPendingSchema.parse(login.json).methods).toEqual(['passkey', 'recovery_code']);
    const answer = await call('POST', '/api/v1/auth/mfa/verify', {
      json: { mfa_token: await firstStep(owner), recovery_code: recoveryCodes[0] },
    });
    expect(answer.status).toBe(200);
  });

  test('opens the door also while password guesses of a stranger are throttled', async () => {
    const owner = await signUp();
    const { device } = await addPasskey(owner);
    const login = (password: string) => call('POST', '/api/v1/auth/login', { json: { email: owner.email, password } });
    for (let i = 0; i < 10; i++) await login('wrong');
    expect((await login(PASSWORD)).status).toBe(429);
    expect((await signIn(await device.answer(await signInChallenge()))).status).toBe(200);
  });

  test('of a suspended person opens nothing', async () => {
    const owner = await signUp();
    const { device } = await addPasskey(owner);
    await db.update(users).set({ status: 'suspended' }).where(eq(users.id, owner.userId));
    expect((await signIn(await device.answer(await signInChallenge()))).status).toBe(401);
  });

  test('is listed, renamed and removed by its person alone', async () => {
    const [owner, stranger] = [await signUp(), await signUp()];
    const { id, device } = await addPasskey(owner);
    const at = (path: string, who: Owner, method: string, json?: unknown) =>
      call(method, `/api/v1/auth/passkeys${path}`, { token: who.accessToken, json });
    const proof = { current_password: PASSWORD };
    expect((await at(`/${id}`, stranger, 'PATCH', { name: 'Mine' })).status).toBe(404);
    expect((await at(`/${id}/remove`, stranger, 'POST', proof)).status).toBe(404);
    expect((await at(`/${id}/remove`, owner, 'POST', { current_password: 'no' })).status).toBe(422);
    expect((await at(`/${id}`, owner, 'PATCH', { name: 'Phone' })).status).toBe(200);
    expect(passkeyListSchema.parse((await at('', owner, 'GET')).json).data).toMatchObject([{ id, name: 'Phone' }]);
    expect((await at(`/${id}/remove`, owner, 'POST', proof)).status).toBe(204);
    expect((await signIn(await device.answer(await signInChallenge()))).status).toBe(401);
  });
});

describe('refused and told to the audit log', () => {
  const attacks: Readonly<Record<string, Deviation>> = {
    'another origin': { origin: 'https://evil.example' },
    'another origin on our host': { origin: 'http://localhost:9999' },
    'another relying party': { rpId: 'evil.example' },
    'a person who was not verified': { flags: 0x01 },
    'nobody present': { flags: 0x04 },
    'an answer to a registration': { type: 'webauthn.create' },
    "another person's handle": { userHandle: 'usr_00000000000000000000000000' },
  };
  test.each(Object.entries(attacks))('%s', async (_name, deviation) => {
    const owner = await signUp();
    const { device } = await addPasskey(owner);
    const answer = await signIn(await device.answer(await signInChallenge(), deviation));
    expect(problemOf(answer).code).toBe('passkey_refused');
    expect(await refusals(owner)).toBe(1);
  });

  test('a counter that went back: the authenticator was copied', async () => {
    const owner = await signUp();
    const { device } = await addPasskey(owner);
    expect((await signIn(await device.answer(await signInChallenge(), { counter: 7 }))).status).toBe(200);
    for (const counter of [6, 7]) {
      expect((await signIn(await device.answer(await signInChallenge(), { counter }))).status).toBe(401);
    }
    expect(await refusals(owner)).toBe(2);
  });

  test('the signature of another device under this credential', async () => {
    const owner = await signUp();
    const { device } = await addPasskey(owner);
    const forged = await (await newDevice()).answer(await signInChallenge());
    const answer = await signIn({ ...forged, id: device.credentialId, rawId: device.credentialId });
    expect(problemOf(answer).code).toBe('passkey_refused');
    expect(await refusals(owner)).toBe(1);
  });
});

describe('a challenge', () => {
  test('counts once: a replayed answer is refused, also side by side', async () => {
    const owner = await signUp();
    const { device } = await addPasskey(owner);
    const answer = await device.answer(await signInChallenge());
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(answer)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401, 401, 401]);
  });

  test('made up, too old, or of another purpose is refused', async () => {
    const owner = await signUp();
    const { device } = await addPasskey(owner);
    expect((await signIn(await device.answer('bWFkZSB1cA'))).status).toBe(401);
    expect((await signIn(await device.answer(await registrationChallenge(owner)))).status).toBe(401);
    const old = await signInChallenge();
    await db
      .update(signInChallenges)
      .set({ expiresAt: 1 })
      .where(eq(signInChallenges.hash, await sha256Hex(old)));
    expect((await signIn(await device.answer(old))).status).toBe(401);
  });

  test("of one person adds no passkey to another's account, and one adds no two", async () => {
    const [owner, stranger] = [await signUp(), await signUp()];
    const response = await createPasskey(owner, await newDevice());
    expect(problemOf(await add(stranger, response)).code).toBe('passkey_refused');
    const fresh = await createPasskey(owner, await newDevice());
    expect((await add(owner, fresh)).status).toBe(201);
    expect((await add(owner, fresh)).status).toBe(401);
  });

  test('answered from another origin adds nothing', async () => {
    const owner = await signUp();
    const device = await newDevice();
    const response = await device.register(await registrationChallenge(owner), { origin: 'https://evil.example' });
    expect(problemOf(await add(owner, response)).code).toBe('passkey_refused');
    expect(await db.select().from(passkeys).where(eq(passkeys.userId, owner.userId))).toHaveLength(0);
  });
});

describe('a new passkey is refused with', () => {
  const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill);
  const rsa = (length: number, e: Uint8Array<ArrayBuffer>) => ({
    1: 3,
    3: -257,
    [-1]: bytes(length, 0xff),
    [-2]: e,
    [-3]: undefined,
  });
  const deviations: Readonly<Record<string, Deviation>> = {
    'a point off the curve': { key: { [-2]: bytes(32, 1), [-3]: bytes(32, 2) } },
    'a coordinate beyond the field': { key: { [-2]: bytes(32, 0xff) } },
    'a point at zero': { key: { [-2]: bytes(32, 0), [-3]: bytes(32, 0) } },
    'a short coordinate': { key: { [-2]: bytes(31, 1) } },
    'no second coordinate': { key: { [-3]: undefined } },
    'another key type under ES256': { key: { 1: 1 } },
    'an RSA type under ES256': { key: { 1: 3 } },
    'another curve under ES256': { key: { [-1]: 2 } },
    'an algorithm nobody asked for': { key: { 3: -8 } },
    'an elliptic key under RS256': { key: { 3: -257 } },
    'an RSA key of 1024 bits': { key: rsa(128, Uint8Array.of(1, 0, 1)) },
    'an RSA key with the exponent 1': { key: rsa(256, Uint8Array.of(1)) },
    'a credential id of more than 1023 bytes': { id: bytes(1_024, 7) },
    'an attested id that is over-long': { attestedId: bytes(1_100, 7) },
    'an attested id other than the one told': { attestedId: bytes(16, 7) },
  };
  test.each(Object.entries(deviations))('%s', async (_name, deviation) => {
    const owner = await mintPerson(await mintOrganization(), 'owner');
    const device = await newDevice();
    const answer = await add(owner, await device.register(await registrationChallenge(owner), deviation));
    expect(answer.status === 422 || problemOf(answer).code === 'passkey_refused').toBe(true);
    expect(await db.select().from(passkeys).where(eq(passkeys.userId, owner.userId))).toEqual([]);
  });

  test('nothing wrong it is taken, with the longest id there may be', async () => {
    const owner = await mintPerson(await mintOrganization(), 'owner');
    const id = crypto.getRandomValues(new Uint8Array(1_023));
    const device = await newDevice();
    expect((await add(owner, await device.register(await registrationChallenge(owner), { id }))).status).toBe(201);
  });
});
