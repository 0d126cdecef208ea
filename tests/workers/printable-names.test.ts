import { expect, test } from 'vitest';
import { problemSchema } from '#core/contract/problem';
import { call } from '#core/testing/call';
import { accepted, uploadForm } from '#core/testing/documents';
import { sampleInvoice } from '#core/testing/sample-invoice';
import { newEmail, registration, signUp } from '#core/testing/sign-up';

/** Names given by users contain no characters that cannot be displayed, mailed or sent. */

const UNPRINTABLE = {
  NUL: 'a\u0000b',
  'a lone surrogate': 'a\ud800',
  'a line break': 'a\nb',
  'a reversal': 'a\u202eb',
};

test.each(Object.entries(UNPRINTABLE))('%s is refused in every name', async (_kind, name) => {
  const { accessToken: token, organizationId } = await signUp();
  const attempts = [
    ['POST', '/auth/register', { ...registration(newEmail()), first_name: name }],
    ['POST', '/auth/register', registration(newEmail(), name)],
    ['POST', '/workspaces', { name, access: 'restricted' }],
    ['POST', '/api-keys', { name }],
    ['POST', '/roles', { name, permissions: ['documents.read'] }],
    ['PATCH', '/auth/me', { last_name: name }],
    ['PATCH', `/organizations/${organizationId}`, { name }],
    ['POST', '/organizations', { name }],
  ] as const;
  for (const [method, path, json] of attempts) {
    const answer = await call(method, `/api/v1${path}`, { token, json });
    expect([path, answer.status]).toEqual([path, 422]);
    expect(problemSchema.parse(answer.json).errors?.[0]?.message).toContain('control characters');
  }
});

test('the name of a file is cleaned instead, and the original downloads under it', async () => {
  const { accessToken: token } = await signUp();
  const cut = `${'a'.repeat(254)}😀😀.xml`;
  for (const given of ["it's (1)*.xml", 'u\u0308ber\u202efdp.xml', cut]) {
    const { document } = await accepted(token, uploadForm(sampleInvoice(), given));
    const { id, name } = document;
    expect(name.isWellFormed()).toBe(true);
    const answer = await call('GET', `/api/v1/documents/${id}/original`, { token });
    const encoded = answer.headers.get('content-disposition')?.split("filename*=UTF-8''")[1] ?? '';
    expect(encoded).toMatch(/^[\w.%-]+$/);
    expect(decodeURIComponent(encoded)).toBe(name);
  }
});
