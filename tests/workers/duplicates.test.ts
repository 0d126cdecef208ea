import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { correctedResultSchema } from '#core/contract/corrections';
import { resultSchema } from '#core/contract/result';
import { documentResponseSchema } from '#core/contract/review';
import { DEFAULT_REVIEW_POLICY, type ReviewPolicy } from '#core/domain/review-policy';
import { call } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { bytesOf, sampleInvoice } from '#core/testing/sample-invoice';

const owner = async (duplicates: ReviewPolicy['duplicates'] = 'review'): Promise<MintedPerson> => {
  const person = await mintPerson(await mintOrganization(), 'owner');
  const answer = await send(person, 'PUT', '/review/policy', { ...DEFAULT_REVIEW_POLICY, duplicates });
  expect(answer.status, answer.text).toBe(200);
  return person;
};

const send = ({ accessToken }: MintedPerson, method: string, path: string, json?: unknown) =>
  call(method, `/api/v1${path}`, { token: accessToken, ...(json !== undefined && { json }) });

async function read(person: MintedPerson, bytes = sampleInvoice(), name = 'invoice.xml') {
  const { document } = await accepted(person.accessToken, uploadForm(bytes, name));
  return untilTerminal(person.accessToken, document.id);
}

/** The same invoice in other bytes. */
const copyOf = (bytes: Uint8Array) => bytesOf(`${new TextDecoder().decode(bytes)}\n<!-- sent again -->`);

const duplicateCheck = async (person: MintedPerson, id: string) =>
  resultSchema
    .parse((await send(person, 'GET', `/documents/${id}/result`)).json)
    .checks.find(({ rule }) => rule === 'duplicate');

test('with `flag` the new one names the older one, and nothing stops', async () => {
  const person = await owner('flag');
  const first = await read(person);
  expect(await read(person)).toMatchObject({ status: 'completed', duplicate_of: { id: first.id } });
});

test('the same bytes are a stop that names the older document', async () => {
  const person = await owner();
  const first = await read(person, sampleInvoice(), 'first.xml');
  expect(first).toMatchObject({ status: 'completed', duplicate_of: null });
  const second = await read(person);
  expect(second).toMatchObject({
    status: 'needs_review',
    duplicate_of: { id: first.id, reason: 'same_file' },
    summary: { stops: 1 },
  });
  const check = await duplicateCheck(person, second.id);
  expect(check).toMatchObject({ ok: false, detail: expect.stringContaining('“first.xml”') });
  const third = await read(person);
  expect(third.duplicate_of?.id).toBe(first.id);
});

test('the same vendor, number and total in another file are flagged; another number is not', async () => {
  const person = await owner();
  const first = await read(person);
  expect(await read(person, copyOf(sampleInvoice()))).toMatchObject({
    status: 'needs_review',
    duplicate_of: { id: first.id, reason: 'same_values' },
  });
  expect(await read(person, sampleInvoice('T-2'))).toMatchObject({ status: 'completed', duplicate_of: null });
});

test('never across organizations, and deleted or rejected documents are no originals', async () => {
  const [person, other] = [await owner(), await owner()];
  await read(other);
  const deleted = await read(person);
  await send(person, 'DELETE', `/documents/${deleted.id}`);
  const rejected = await read(person);
  expect(rejected.duplicate_of).toBe(null);
  await send(person, 'POST', `/documents/${rejected.id}/reject`, { reason: 'Not legible' });
  expect(await read(person)).toMatchObject({ status: 'completed', duplicate_of: null });
});

test('with `reject` the system rejects the new one, with an audit event; a person can reopen it', async () => {
  const person = await owner('reject');
  const first = await read(person);
  const second = await read(person, copyOf(sampleInvoice()));
  expect(second).toMatchObject({
    status: 'rejected',
    duplicate_of: { id: first.id },
    review: { by: 'system', reason: expect.stringContaining('Same vendor, number and total') },
  });
  const { results } = await env.DB.prepare(
    `SELECT actor_kind, action, changes FROM audit_events WHERE target_id = ? AND action != 'document.created'`,
  )
    .bind(second.id)
    .all<{ actor_kind: string; action: string; changes: string }>();
  expect(results).toMatchObject([{ actor_kind: 'system', action: 'document.rejected' }]);
  expect(JSON.parse(results[0]?.changes ?? '{}')).toMatchObject({
    status: ['processing', 'rejected'],
    duplicate_of: [null, first.id],
  });
  const reopened = await send(person, 'POST', `/documents/${second.id}/reopen`);
  expect(documentResponseSchema.parse(reopened.json).document.status).toBe('needs_review');
});

test('with `new_version` the new one is linked without a stop, and the older one is as it was', async () => {
  const person = await owner('new_version');
  const first = await read(person);
  expect(await read(person)).toMatchObject({ status: 'completed', duplicate_of: { id: first.id } });
  const now = await send(person, 'GET', `/documents/${first.id}?include=none`);
  expect(now.json).toEqual(first);
});

test('a corrected number ends a duplicate of values, and can make one', async () => {
  const person = await owner('reject');
  const first = await read(person);
  const second = await read(person, sampleInvoice('T-2'));
  const patch = async (value: string) =>
    correctedResultSchema.parse(
      (await send(person, 'PATCH', `/documents/${second.id}/result`, { fields: { invoice_number: { value } } })).json,
    );
  const same = await patch('T-1');
  expect(same.document).toMatchObject({ status: 'needs_review', duplicate_of: { id: first.id } });
  expect(same.result.checks).toContainEqual(expect.objectContaining({ rule: 'duplicate', ok: false }));
  const different = await patch('T-3');
  expect(different.document).toMatchObject({ duplicate_of: null, summary: { stops: 0 } });
  expect(different.result.checks.filter(({ rule }) => rule === 'duplicate')).toEqual([]);
});

test('processing the older one again does not make it a duplicate of its own duplicate', async () => {
  const person = await owner('reject');
  const first = await read(person);
  const second = await read(person, copyOf(sampleInvoice()));
  await send(person, 'POST', `/documents/${second.id}/reopen`);
  await send(person, 'POST', `/documents/${first.id}/reprocess`, {});
  expect(await untilTerminal(person.accessToken, first.id)).toMatchObject({ status: 'completed', duplicate_of: null });
});

test('a document of another workspace is not named to those who cannot see it', async () => {
  const person = await owner();
  const { document } = await accepted(person.accessToken, uploadForm(sampleInvoice(), 'secret.xml'));
  await untilTerminal(person.accessToken, document.id);
  const made = await send(person, 'POST', '/workspaces', { name: 'Other' });
  const workspaceId = String((made.json as { id: string }).id);
  const form = uploadForm(sampleInvoice(), 'copy.xml', { workspace_id: workspaceId });
  const copy = await accepted(person.accessToken, form);
  expect((await untilTerminal(person.accessToken, copy.document.id)).duplicate_of?.id).toBe(document.id);
  const check = await duplicateCheck(person, copy.document.id);
  expect(check?.detail).toContain('another document');
  expect(check?.detail).not.toContain('secret.xml');
});
