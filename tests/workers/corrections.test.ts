import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { correctedResultSchema, resultVersionListSchema } from '#core/contract/corrections';
import { documentSchema } from '#core/contract/documents';
import { resultSchema } from '#core/contract/result';
import { type CorrectResultBody, runListSchema } from '#core/contract/review';
import { DOCUMENT_STATUSES } from '#core/domain/document-status';
import { permissionsOfRole, SYSTEM_ROLES } from '#core/domain/roles';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { watchLive } from '#core/testing/live';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { PATIENCE_MS } from '#core/testing/patience';
import { bytesOf, sampleInvoice } from '#core/testing/sample-invoice';
import { mintApiKey } from '#core/testing/sign-up';

const owner = async (): Promise<MintedPerson> => mintPerson(await mintOrganization(), 'owner');

async function read(person: MintedPerson, number = 'T-1'): Promise<string> {
  const { document } = await accepted(person.accessToken, uploadForm(sampleInvoice(number)));
  await untilTerminal(person.accessToken, document.id);
  return document.id;
}

const patch = ({ accessToken }: MintedPerson, id: string, json: CorrectResultBody) =>
  call('PATCH', `/api/v1/documents/${id}/result`, { token: accessToken, json });

const resultOf = async ({ accessToken }: MintedPerson, id: string) =>
  resultSchema.parse((await call('GET', `/api/v1/documents/${id}/result`, { token: accessToken })).json);

const documentOf = async ({ accessToken }: MintedPerson, id: string) =>
  documentSchema.parse((await call('GET', `/api/v1/documents/${id}?include=none`, { token: accessToken })).json);

test('a value that was typed is confirmed, keeps its reading and is what everybody reads from then on', async () => {
  const person = await owner();
  const id = await read(person);
  const before = await resultOf(person, id);
  const answer = await patch(person, id, { version: 1, fields: { invoice_number: { value: 'R-77' } } });
  expect(answer.status, answer.text).toBe(200);
  const { result, document } = correctedResultSchema.parse(answer.json);
  expect(result.version).toBe(2);
  expect(result.fields['invoice_number']).toMatchObject({
    value: 'R-77',
    state: 'confirmed',
    confidence: 1,
    original: { value: 'T-1', state: before.fields['invoice_number']?.state },
    confirmed_by: { kind: 'user', id: person.userId, how: 'typed' },
  });
  expect(await resultOf(person, id)).toEqual(result);
  expect(document.summary).toMatchObject({ document_number: 'R-77', fields_confirmed: 1 });
  expect(await documentOf(person, id)).toEqual(document);
});

test('a correction has one audit event with the old and the new value', async () => {
  const person = await owner();
  const id = await read(person);
  await patch(person, id, { fields: { invoice_number: { value: 'R-77' }, due_date: { absent: true } } });
  const { results } = await env.DB.prepare(
    `SELECT actor_id, changes FROM audit_events WHERE target_id = ? AND action = 'document.corrected'`,
  )
    .bind(id)
    .all<{ actor_id: string; changes: string }>();
  expect(results.map(({ actor_id, changes }) => [actor_id, JSON.parse(changes)])).toEqual([
    [person.userId, { invoice_number: ['T-1', 'R-77'], due_date: [null, null] }],
  ]);
});

test('checks come back with the correction: a total that breaks the sum is a stop, the right one is none', async () => {
  const person = await owner();
  const id = await read(person);
  expect((await documentOf(person, id)).status).toBe('completed');
  const wrong = correctedResultSchema.parse(
    (await patch(person, id, { fields: { total_amount: { value: '12.90' } } })).json,
  );
  expect(wrong.result.checks).toContainEqual(expect.objectContaining({ rule: 'sum_chain', ok: false }));
  expect(wrong.document.status).toBe('needs_review');
  const right = correctedResultSchema.parse(
    (await patch(person, id, { version: 2, fields: { total_amount: { value: '11,90 €' } } })).json,
  );
  expect(right.result.fields['total_amount']?.value).toBe('11.90');
  expect(right.result.checks).toContainEqual(expect.objectContaining({ rule: 'sum_chain', ok: true }));
});

test('all of a correction is made or none: each value that is none is named by its path', async () => {
  const person = await owner();
  const id = await read(person);
  const answer = await patch(person, id, {
    fields: {
      invoice_number: { value: 'R-1' },
      total_amount: { value: 'a lot' },
      invoice_date: { value: '32.13.2024' },
    },
    line_items: [{ op: 'set', row: 0, cells: { quantity: { value: 'some' } } }],
  });
  const problem = problemOf(answer);
  expect([problem.status, problem.code]).toEqual([422, 'validation_failed']);
  expect(problem.errors?.map(({ path }) => path)).toEqual([
    'json.fields.total_amount.value',
    'json.fields.invoice_date.value',
    'json.line_items.0.cells.quantity.value',
  ]);
  expect((await resultOf(person, id)).version).toBe(1);
});

test('of 20 clients that correct one version exactly one has an effect', async () => {
  const person = await owner();
  const id = await read(person);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, client) =>
      patch(person, id, { version: 1, fields: { invoice_number: { value: `R-${client}` } } }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  for (const answer of answers) if (answer.status === 409) expect(problemOf(answer).code).toBe('version_conflict');
  const winner = correctedResultSchema.parse(answers.find(({ status }) => status === 200)?.json);
  expect(await resultOf(person, id)).toEqual(winner.result);
  const count = async (sql: string) => (await env.DB.prepare(sql).bind(id).all()).results.length;
  expect(await count('SELECT version FROM result_changes WHERE document_id = ?')).toBe(1);
  expect(await count(`SELECT id FROM audit_events WHERE target_id = ? AND action = 'document.corrected'`)).toBe(1);
});

const setColumns = (id: string, columns: string, ...values: readonly (string | number)[]) =>
  env.DB.prepare(`UPDATE documents SET ${columns} WHERE id = ?`)
    .bind(...values, id)
    .run();

test.each(DOCUMENT_STATUSES)(
  'a document that is %s is corrected, or says that it is in another state',
  async (status) => {
    const person = await owner();
    const id = await read(person);
    await setColumns(id, 'status = ?', status);
    const answer = await patch(person, id, { fields: { invoice_number: { value: 'R-1' } } });
    if (status === 'completed' || status === 'needs_review') expect(answer.status).toBe(200);
    else expect([answer.status, problemOf(answer).code]).toEqual([409, 'invalid_state']);
    expect((await documentOf(person, id)).status).toBe(status);
  },
);

test.each(SYSTEM_ROLES)('a person with the role %s corrects exactly where the role may', async (role) => {
  const organizationId = await mintOrganization();
  const id = await read(await mintPerson(organizationId, 'owner'));
  const answer = await patch(await mintPerson(organizationId, role), id, {
    fields: { invoice_number: { value: 'R-1' } },
  });
  expect(answer.status).toBe(permissionsOfRole(role).includes('documents.update') ? 200 : 403);
});

test('while somebody has the document open nobody else corrects it, not even with a key', async () => {
  const organizationId = await mintOrganization();
  const [holder, other] = [await mintPerson(organizationId, 'owner'), await mintPerson(organizationId, 'owner')];
  const id = await read(holder);
  const change = { fields: { invoice_number: { value: 'R-1' } } };
  await setColumns(id, 'locked_by = ?, locked_until = ?', holder.userId, Date.now() + 600_000);
  expect(problemOf(await patch(other, id, change))).toMatchObject({ status: 409, code: 'locked' });
  const { secret } = await mintApiKey(holder, ['documents.read', 'documents.update']);
  const byKey = await call('PATCH', `/api/v1/documents/${id}/result`, { token: secret, json: change });
  expect(problemOf(byKey)).toMatchObject({ status: 409, code: 'locked' });
  expect((await patch(holder, id, change)).status).toBe(200);
  await setColumns(id, 'locked_until = ?', 1);
  expect((await patch(other, id, { fields: { invoice_number: { value: 'R-2' } } })).status).toBe(200);
});

test('a correction that changes nothing makes no version', async () => {
  const person = await owner();
  const id = await read(person);
  const change = { fields: { invoice_number: { value: 'T-1' } } };
  expect(correctedResultSchema.parse((await patch(person, id, change)).json).result.version).toBe(2);
  expect(correctedResultSchema.parse((await patch(person, id, change)).json).result.version).toBe(2);
  expect(correctedResultSchema.parse((await patch(person, id, { fields: {} })).json).result.version).toBe(2);
});

const undo = ({ accessToken }: MintedPerson, id: string, headers: Readonly<Record<string, string>> = {}) =>
  call('POST', `/api/v1/documents/${id}/undo`, { token: accessToken, headers });

test('undoing goes back correction by correction, to the values and the status before each', async () => {
  const person = await owner();
  const id = await read(person);
  const first = await resultOf(person, id);
  await patch(person, id, { fields: { invoice_number: { value: 'R-1' } } });
  const second = await resultOf(person, id);
  await patch(person, id, { fields: { total_amount: { value: '99.00' } } });
  expect((await documentOf(person, id)).status).toBe('needs_review');
  expect((await undo(person, id)).status).toBe(200);
  expect(await resultOf(person, id)).toEqual({ ...second, version: 4 });
  expect((await documentOf(person, id)).status).toBe('completed');
  expect((await undo(person, id)).status).toBe(200);
  expect(await resultOf(person, id)).toEqual({ ...first, version: 5 });
  expect(problemOf(await undo(person, id)).code).toBe('invalid_state');
  const list = resultVersionListSchema.parse(
    (await call('GET', `/api/v1/documents/${id}/result/versions`, { token: person.accessToken })).json,
  );
  expect(list.data.map(({ version, undone }) => [version, undone])).toEqual([
    [5, true],
    [4, true],
    [3, true],
    [2, true],
  ]);
});

test('nobody undoes what somebody else corrected, what is too old, or what was exported', async () => {
  const organizationId = await mintOrganization();
  const [person, other] = [await mintPerson(organizationId, 'owner'), await mintPerson(organizationId, 'owner')];
  const id = await read(person);
  await patch(person, id, { fields: { invoice_number: { value: 'R-1' } } });
  const refused = { code: 'invalid_state' };
  expect(problemOf(await undo(other, id))).toMatchObject(refused);
  await setColumns(id, 'exported_at = ?', Date.now());
  expect(problemOf(await undo(person, id))).toMatchObject(refused);
  await env.DB.prepare('UPDATE documents SET exported_at = NULL WHERE id = ?').bind(id).run();
  await env.DB.prepare('UPDATE result_changes SET created_at = created_at - 600001 WHERE document_id = ?')
    .bind(id)
    .run();
  expect(problemOf(await undo(person, id))).toMatchObject(refused);
  expect((await resultOf(person, id)).version).toBe(2);
});

test('of 20 undos at the same time exactly one has an effect', async () => {
  const person = await owner();
  const id = await read(person);
  await patch(person, id, { fields: { invoice_number: { value: 'R-1' } } });
  const answers = await Promise.all(Array.from({ length: 20 }, () => undo(person, id)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  expect(await resultOf(person, id)).toMatchObject({ version: 3, fields: { invoice_number: { value: 'T-1' } } });
});

test('versions are listed page by page, and a run by its job', async () => {
  const person = await owner();
  const id = await read(person);
  const { accessToken: token } = person;
  for (const value of ['R-1', 'R-2', 'R-3']) await patch(person, id, { fields: { invoice_number: { value } } });
  const page = async (query: string) =>
    resultVersionListSchema.parse(
      (await call('GET', `/api/v1/documents/${id}/result/versions${query}`, { token })).json,
    );
  const first = await page('?limit=2');
  expect(first.data.map(({ version, changes }) => [version, changes])).toEqual([
    [4, { invoice_number: ['R-2', 'R-3'] }],
    [3, { invoice_number: ['R-1', 'R-2'] }],
  ]);
  const rest = await page(`?limit=2&cursor=${first.next_cursor}`);
  expect([rest.data.map(({ version }) => version), rest.next_cursor]).toEqual([[2], null]);
  const runs = runListSchema.parse((await call('GET', `/api/v1/documents/${id}/runs`, { token })).json);
  expect(runs.data).toEqual([
    expect.objectContaining({ status: 'completed', document_type: 'invoice', version: 4, is_current: true }),
  ]);
  const run = await call('GET', `/api/v1/documents/${id}/runs/${runs.data[0]?.job_id}/result`, { token });
  expect(run.json).toEqual(await resultOf(person, id));
  expect(
    (await call('GET', `/api/v1/documents/${id}/runs/job_00000000000000000000000000/result`, { token })).status,
  ).toBe(404);
});

test('undo follows what was done last, across an approval', async () => {
  const person = await owner();
  const id = await read(person);
  const { accessToken: token } = person;
  const first = await resultOf(person, id);
  await patch(person, id, { fields: { invoice_number: { value: 'R-1' } } });
  expect((await call('POST', `/api/v1/documents/${id}/approve`, { token, json: { version: 2 } })).status).toBe(200);
  expect(problemOf(await patch(person, id, { fields: { invoice_number: null } })).code).toBe('invalid_state');
  expect((await undo(person, id)).status).toBe(200);
  expect((await documentOf(person, id)).status).toBe('completed');
  expect((await undo(person, id)).status).toBe(200);
  expect(await resultOf(person, id)).toEqual({ ...first, version: 3 });
});

test('an undo with an Idempotency-Key is done once, however often it is sent', async () => {
  const person = await owner();
  const id = await read(person);
  for (const value of ['R-1', 'R-2']) await patch(person, id, { fields: { invoice_number: { value } } });
  const [one, two] = [
    await undo(person, id, { 'idempotency-key': 'k' }),
    await undo(person, id, { 'idempotency-key': 'k' }),
  ];
  expect([one.status, two.status, two.json]).toEqual([200, 200, one.json]);
  expect((await resultOf(person, id)).fields['invoice_number']?.value).toBe('R-1');
});

test('a correction ends a first approval: it was of the values before', async () => {
  const organizationId = await mintOrganization();
  const [person, other] = [await mintPerson(organizationId, 'owner'), await mintPerson(organizationId, 'owner')];
  const id = await read(person);
  const put = await call('PUT', '/api/v1/review/policy', {
    token: person.accessToken,
    json: { undo_minutes: 10, two_person: 'always', two_person_amount: '0', grace_days: 30, duplicates: 'flag' },
  });
  expect(put.status, put.text).toBe(200);
  const approve = ({ accessToken }: MintedPerson) =>
    call('POST', `/api/v1/documents/${id}/approve`, { token: accessToken, json: {} });
  await approve(person);
  expect((await documentOf(person, id)).first_approval?.by).toBe(person.userId);
  await patch(person, id, { fields: { invoice_number: { value: 'R-1' } } });
  expect((await documentOf(person, id)).first_approval).toBeNull();
  await approve(other);
  expect((await documentOf(person, id)).status).toBe('completed');
});

test('another document type reads the document again and keeps what was confirmed', async () => {
  const person = await owner();
  const text = 'Receipt\nShop Ltd\nDate: 12 March 2024\nTotal: 5.00 EUR\n';
  const { document } = await accepted(person.accessToken, uploadForm(bytesOf(text), 'receipt.txt'));
  await untilTerminal(person.accessToken, document.id);
  const { id } = document;
  const confirmed = await patch(person, id, { fields: { vendor_name: { value: 'Shop Limited' } } });
  expect(confirmed.status, confirmed.text).toBe(200);
  const before = await resultOf(person, id);
  const to = before.document_type === 'invoice' ? 'receipt' : 'invoice';
  const answer = await patch(person, id, { version: 2, document_type: to });
  expect(answer.status, answer.text).toBe(200);
  const { result, document: after } = correctedResultSchema.parse(answer.json);
  expect([result.version, result.document_type, after.document_type]).toEqual([3, to, to]);
  expect(result.fields['vendor_name']).toMatchObject({ value: 'Shop Limited', state: 'confirmed' });
  expect((await undo(person, id)).status).toBe(200);
  expect(await resultOf(person, id)).toEqual({ ...before, version: 4 });
});

test.each([
  [true, 'R-77'],
  [false, 'T-1'],
])(
  'a new run that keeps confirmed values (%s) has the number %s, and the run before stays readable',
  async (keep, number) => {
    const person = await owner();
    const { accessToken: token } = person;
    const id = await read(person);
    await patch(person, id, { fields: { invoice_number: { value: 'R-77' } }, line_items: [{ op: 'delete', row: 0 }] });
    const before = await resultOf(person, id);
    const json = { keep_confirmed: keep };
    expect((await call('POST', `/api/v1/documents/${id}/reprocess`, { token, json })).status).toBe(200);
    await untilTerminal(token, id);
    const after = await resultOf(person, id);
    expect([after.version, after.fields['invoice_number']?.value]).toEqual([1, number]);
    expect(after.line_items).toHaveLength(keep ? 0 : 1);
    const runs = runListSchema.parse((await call('GET', `/api/v1/documents/${id}/runs`, { token })).json);
    expect(runs.data.map(({ is_current, version }) => [is_current, version])).toEqual([
      [true, 1],
      [false, 2],
    ]);
    const earlier = await call('GET', `/api/v1/documents/${id}/runs/${runs.data[1]?.job_id}/result`, { token });
    expect(earlier.json).toEqual(before);
  },
);

test('a correction tells every open screen', async () => {
  const person = await owner();
  const id = await read(person);
  const watch = await watchLive(person.accessToken);
  await patch(person, id, { fields: { invoice_number: { value: 'R-1' } } });
  await vi.waitFor(() => expect(watch.heard).toHaveLength(1), PATIENCE_MS);
  expect(watch.heard.map((text) => JSON.parse(text))).toEqual([
    { v: 1, type: 'document.updated', document_id: id, status: 'completed' },
  ]);
  watch.close();
});
