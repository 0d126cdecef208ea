import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeAdministrator } from '#core/testing/administrator';
import { call } from '#core/testing/call';
import { accepted, uploadForm } from '#core/testing/documents';
import { sampleInvoice } from '#core/testing/sample-invoice';
import { type Owner, signUp } from '#core/testing/sign-up';
import { makeWorkspace } from '#core/testing/workspaces';

/** A search finds every item that contains the text, ignoring case, in every list and every script. */

const idsSchema = z.object({
  data: z.array(z.object({ id: z.string().optional(), member_id: z.string().optional() })),
});

async function found(token: string, path: string, text: string): Promise<number> {
  const separator = path.includes('?') ? '&' : '?';
  const answer = await call('GET', `/api/v1${path}${separator}q=${encodeURIComponent(text)}`, { token });
  expect([path, text, answer.status]).toEqual([path, text, 200]);
  return idsSchema.parse(answer.json).data.length;
}

const rename = (owner: Owner, path: string, json: unknown, method = 'PATCH') =>
  call(method, `/api/v1${path}`, { token: owner.accessToken, json });

/** A stored name, and a search text that must find it. */
const NAMES = [
  ['Übersicht Ägypten', ['Übersicht', 'übersicht', 'ÜBERSICHT', 'SICHT ä', 'u\u0308bersicht']],
  ['ΟΔΟΣ Αθηνών', ['οδος', 'Οδοσ', 'ΑΘΗΝΏΝ']],
  ['Ульяновск ЖЭК', ['УЛЬЯНОВСК', 'ульяновск жэк', 'яновск Ж']],
  ['ırmak Łódź straße', ['ırmak', 'łódź', 'STRAßE', 'ŁÓDŹ']],
] as const;

test.each(NAMES)('%s is found in every list', async (name, texts) => {
  const owner = await signUp();
  await makeAdministrator(owner.userId);
  const token = owner.accessToken;
  await accepted(token, uploadForm(sampleInvoice(), `${name}.xml`));
  const workspace = await makeWorkspace(owner);
  const changed = [
    await rename(owner, `/workspaces/${workspace.id}`, { name }),
    await rename(owner, '/api-keys', { name }, 'POST'),
    await rename(owner, '/auth/me', { first_name: name, last_name: 'Person' }),
    await rename(owner, `/organizations/${owner.organizationId}`, { name: `${name} ${owner.organizationId}` }),
  ];
  expect(changed.map(({ status }) => status < 300)).toEqual([true, true, true, true]);
  for (const text of texts) {
    for (const path of ['/documents', '/workspaces', '/api-keys', '/members']) {
      expect([path, text, await found(token, path, text)]).toEqual([path, text, 1]);
    }
    for (const path of ['/admin/users', '/admin/organizations']) {
      expect([path, text, (await found(token, path, text)) > 0]).toEqual([path, text, true]);
    }
  }
  expect(await found(token, '/documents', `${name}\u0416`)).toBe(0);
});

test('a long text of many different letters is answered, and finds itself', async () => {
  const owner = await signUp();
  const letters = Array.from({ length: 40 }, (_, index) =>
    String.fromCodePoint(0x430 + (index % 32), 0xe0 + (index % 22)),
  );
  const name = letters.join('').toUpperCase().slice(0, 80);
  await accepted(owner.accessToken, uploadForm(sampleInvoice(), `${name}.xml`));
  expect(await found(owner.accessToken, '/documents', name)).toBe(1);
  expect(await found(owner.accessToken, '/documents', name.slice(0, 40).toLowerCase())).toBe(1);
});
