import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { brandingSchema } from '#core/contract/branding';
import { invitationPreviewSchema } from '#core/contract/invitations';
import { call, problemOf } from '#core/testing/call';
import { untilMail } from '#core/testing/mail';
import { invite } from '#core/testing/members';
import { asRole, type Owner, signUp } from '#core/testing/sign-up';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const put = (owner: Owner, bytes: Uint8Array<ArrayBuffer> | string, type = 'image/png') =>
  call('PUT', `/api/v1/organizations/${owner.organizationId}/logo`, {
    token: owner.accessToken,
    body: new Blob([bytes], { type }),
  });

test('a logo and a colour are shown to who is invited, in the mail and on the page', async () => {
  const owner = await signUp('Paint & <b>Co</b>');
  const path = `/api/v1/organizations/${owner.organizationId}/branding`;
  await call('PATCH', path, { token: owner.accessToken, json: { color: '#ffee00' } });
  const { logo_url } = brandingSchema.parse((await put(owner, PNG)).json);
  const picture = await call('GET', logo_url ?? '');
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
  expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const { email, token } = await invite(owner);
  const preview = await call('POST', '/api/v1/auth/invitation/preview', { json: { token } });
  if (preview.status === 200)
    expect(invitationPreviewSchema.parse(preview.json).branding).toEqual({ color: '#ffee00', logo_url });
  const { mail } = await untilMail(email, '/invitation');
  expect(mail.html).toContain('background:#ffee00;color:#000000');
  expect(mail.html).toContain('Paint &amp; &lt;b&gt;Co&lt;/b&gt;');
  expect(mail.html).not.toContain('<b>Co');
});

test.each([
  ['an SVG that may hold scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a GIF', 'GIF89a'],
  ['nothing', ''],
])('%s is no logo, whatever it says it is', async (_name, text) => {
  const owner = await signUp();
  const answer = await put(owner, text);
  expect([answer.status, problemOf(answer).code]).toEqual([415, 'unsupported_media_type']);
});

test('a picture that is too large is refused before it is kept', async () => {
  const owner = await signUp();
  const answer = await put(owner, new Uint8Array(262_145));
  expect([answer.status, problemOf(answer).code]).toEqual([413, 'too_large']);
  expect((await env.FILES.list({ prefix: `${owner.organizationId}/branding` })).objects).toHaveLength(0);
});

test('a logo that was replaced or taken away is gone, also from the bucket', async () => {
  const owner = await signUp();
  const first = brandingSchema.parse((await put(owner, PNG)).json).logo_url ?? '';
  const second = brandingSchema.parse((await put(owner, Uint8Array.from([...PNG, 4]))).json).logo_url ?? '';
  expect((await call('GET', first)).status).toBe(404);
  await call('DELETE', `/api/v1/organizations/${owner.organizationId}/logo`, { token: owner.accessToken });
  expect((await call('GET', second)).status).toBe(404);
  await expect
    .poll(async () => (await env.FILES.list({ prefix: `${owner.organizationId}/branding` })).objects.length)
    .toBe(0);
});

test('who may not change the organization changes nothing of how it looks', async () => {
  const manager = await asRole(await signUp(), 'manager');
  const path = `/api/v1/organizations/${manager.organizationId}/branding`;
  const answer = await call('PATCH', path, { token: manager.accessToken, json: { color: '#000000' } });
  expect([answer.status, problemOf(answer).code]).toEqual([403, 'forbidden']);
  for (const color of ['red', '#FFF', '#12345g', 'url(x)'])
    expect((await call('PATCH', path, { token: manager.accessToken, json: { color } })).status).not.toBe(200);
});
