import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { documentSchema } from '#core/contract/documents';
import { resultSchema } from '#core/contract/result';
import { type CorrectResultBody, correctedResultSchema } from '#core/contract/review';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { sampleInvoice } from '#core/testing/sample-invoice';

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
