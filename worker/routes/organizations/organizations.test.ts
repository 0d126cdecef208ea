import { expect, test } from 'vitest';
import { organizationSchema } from '#core/contract/identity';
import { call, problemOf } from '#core/testing/call';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';

const create = (by: Pick<Owner, 'accessToken'>, name: string) =>
  call('POST', '/api/v1/organizations', { token: by.accessToken, json: { name } });
const rename = (by: Owner, json: unknown) =>
  call('PATCH', `/api/v1/organizations/${by.organizationId}`, { token: by.accessToken, json });

test('a person makes another organization, owns it, and works there after switching', async () => {
  const owner = await signUp();
  const answer = await create(owner, 'Second');
  expect(answer.status).toBe(201);
  const second = organizationSchema.strict().parse(answer.json);
  expect(second).toMatchObject({ name: 'Second', role: 'owner', plan: 'starter' });
  const switched = await call('POST', '/api/v1/auth/switch-organization', {
    token: owner.accessToken,
    json: { organization_id: second.id },
  });
  expect(switched.json).toMatchObject({ organization: { id: second.id } });
});

test('a program makes no organizations', async () => {
  const { secret } = await mintApiKey(await signUp());
  expect((await create({ accessToken: secret }, 'Mine')).status).toBe(403);
});

test('name and slug change; a slug that is taken or of no form is refused', async () => {
  const [owner, other] = [await signUp('Old name'), await signUp()];
  const slug = `slug-${owner.organizationId.slice(-12)}`;
  expect((await rename(owner, { name: 'New name', slug })).json).toMatchObject({ name: 'New name', slug });
  expect(problemOf(await rename(other, { slug })).code).toBe('conflict');
  for (const bad of ['Upper', '-x', 'x-', 'a b', '']) {
    expect([bad, (await rename(other, { slug: bad })).status]).toEqual([bad, 422]);
  }
  const me = await call('GET', '/api/v1/auth/me', { token: owner.accessToken });
  expect(me.json).toMatchObject({ organization: { name: 'New name', slug } });
});
