import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { correctedResultSchema } from '#core/contract/corrections';
import { documentSchema } from '#core/contract/documents';
import { resultSchema } from '#core/contract/result';
import { undoResponseSchema } from '#core/contract/review';
import { ruleListSchema, ruleSchema, triedRuleSchema } from '#core/contract/rules';
import type { RuleDefinition } from '#core/domain/rules/definition';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { sampleInvoice } from '#core/testing/sample-invoice';

const owner = async (): Promise<MintedPerson> => mintPerson(await mintOrganization(), 'owner');

const NEEDS_ORDER: RuleDefinition = {
  kind: 'required',
  fields: ['order_number'],
  message: 'Invoices need an order number.',
};
const ABOVE_TEN: RuleDefinition = { kind: 'approval_above', amount: '10', message: 'Above 10: ask Anna.' };

const send = ({ accessToken }: MintedPerson, method: string, path: string, json?: unknown) =>
  call(method, `/api/v1${path}`, { token: accessToken, ...(json !== undefined && { json }) });

async function made(person: MintedPerson, definition: RuleDefinition, more: object = {}) {
  const answer = await send(person, 'POST', '/rules', { name: 'Rule', definition, ...more });
  expect(answer.status, answer.text).toBe(201);
  return ruleSchema.parse(answer.json);
}

async function read(person: MintedPerson, number = 'T-1') {
  const { document } = await accepted(person.accessToken, uploadForm(sampleInvoice(number)));
  return untilTerminal(person.accessToken, document.id);
}

const resultOf = async (person: MintedPerson, id: string) =>
  resultSchema.parse((await send(person, 'GET', `/documents/${id}/result`)).json);

const failedRules = (checks: readonly { rule: string; ok: boolean }[]) =>
  checks.filter(({ rule, ok }) => rule.startsWith('rule:') && !ok).map(({ rule }) => rule);

test('a document that breaks a rule needs review, with the rule’s own words, until it is corrected', async () => {
  const person = await owner();
  expect((await read(person, 'A-1')).status).toBe('completed');
  const rule = await made(person, NEEDS_ORDER);
  const document = await read(person, 'A-2');
  expect(document).toMatchObject({ status: 'needs_review', summary: { stops: 1 } });
  expect((await resultOf(person, document.id)).checks).toContainEqual({
    rule: `rule:${rule.id}`,
    ok: false,
    detail: 'Invoices need an order number.',
    fields: ['order_number'],
  });
  const answer = await send(person, 'PATCH', `/documents/${document.id}/result`, {
    fields: { order_number: { value: 'PO-4' } },
  });
  const corrected = correctedResultSchema.parse(answer.json);
  expect(failedRules(corrected.result.checks)).toEqual([]);
  expect(corrected.document.summary?.stops).toBe(0);
});

test('a correction that breaks a rule is a stop at once; undoing it takes the stop away', async () => {
  const person = await owner();
  const limit: RuleDefinition = {
    kind: 'compare',
    left: 'due_date',
    operator: 'gte',
    right: { field: 'invoice_date' },
    message: 'Due before it was issued.',
  };
  const rule = await made(person, limit);
  const { id, status } = await read(person);
  expect(status).toBe('completed');
  const patch = (value: string) =>
    send(person, 'PATCH', `/documents/${id}/result`, { fields: { due_date: { value } } });
  const broken = correctedResultSchema.parse((await patch('2025-12-01')).json);
  expect(failedRules(broken.result.checks)).toEqual([`rule:${rule.id}`]);
  expect(broken.document.status).toBe('needs_review');
  const still = correctedResultSchema.parse((await patch('2025-12-02')).json);
  expect(failedRules(still.result.checks)).toEqual([`rule:${rule.id}`]);
  for (const expected of [[`rule:${rule.id}`], []]) {
    const undone = undoResponseSchema.parse((await send(person, 'POST', `/documents/${id}/undo`)).json);
    expect(failedRules(undone.result?.checks ?? [])).toEqual(expected);
  }
});

test('inactive and archived rules stop nothing, nor do those of another organization', async () => {
  const [person, other] = [await owner(), await owner()];
  await made(other, NEEDS_ORDER);
  await made(person, NEEDS_ORDER, { active: false });
  const switched = await made(person, NEEDS_ORDER);
  const archived = await made(person, NEEDS_ORDER);
  const off = await send(person, 'PATCH', `/rules/${switched.id}`, { active: false });
  expect(ruleSchema.parse(off.json)).toMatchObject({ active: false, version: 1 });
  expect((await send(person, 'DELETE', `/rules/${archived.id}`)).status).toBe(204);
  expect((await read(person)).status).toBe('completed');
  expect((await send(person, 'DELETE', `/rules/${archived.id}`)).status).toBe(404);
  expect((await send(person, 'PATCH', `/rules/${archived.id}`, { active: true })).status).toBe(404);
  for (const method of ['GET', 'DELETE']) expect((await send(other, method, `/rules/${switched.id}`)).status).toBe(404);
});

test('a change is a new version that documents are checked by; the old one stays readable', async () => {
  const person = await owner();
  const { id } = await made(person, NEEDS_ORDER);
  const changed = await send(person, 'PUT', `/rules/${id}`, { name: 'Second', definition: ABOVE_TEN });
  expect(ruleSchema.parse(changed.json)).toMatchObject({ version: 2, name: 'Second', definition: ABOVE_TEN });
  const document = await read(person);
  expect((await resultOf(person, document.id)).checks).toContainEqual(
    expect.objectContaining({ rule: `rule:${id}`, detail: 'Above 10: ask Anna.' }),
  );
  const first = await send(person, 'GET', `/rules/${id}?version=1`);
  expect(ruleSchema.parse(first.json)).toMatchObject({ version: 1, definition: NEEDS_ORDER });
});

test('the list is newest first, page by page', async () => {
  const person = await owner();
  const ids: string[] = [];
  for (let at = 0; at < 3; at++) ids.unshift((await made(person, NEEDS_ORDER)).id);
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = ruleListSchema.parse((await send(person, 'GET', `/rules?limit=2${cursor}`)).json);
    seen.push(...page.data.map(({ id }) => id));
    cursor = page.next_cursor === null ? '' : `&cursor=${page.next_cursor}`;
  } while (cursor !== '');
  expect(seen.toSorted()).toEqual(ids.toSorted());
  expect(new Set(seen).size).toBe(3);
});

test('a rule is tried on past documents, those of the own organization only, and nothing changes', async () => {
  const [person, other] = [await owner(), await owner()];
  await read(other, 'A-0');
  const first = await read(person, 'A-1');
  const second = await read(person, 'A-2');
  const deleted = await read(person, 'A-3');
  await send(person, 'DELETE', `/documents/${deleted.id}`);
  await send(person, 'PATCH', `/documents/${first.id}/result`, { fields: { order_number: { value: 'PO-4' } } });
  const tried = async (definition: RuleDefinition) =>
    triedRuleSchema.parse((await send(person, 'POST', '/rules/try', { definition })).json);
  expect(await tried(NEEDS_ORDER)).toEqual({ tried: 2, skipped: 0, stopped: 1, ids: [second.id] });
  expect(await tried(ABOVE_TEN)).toMatchObject({ tried: 2, stopped: 2 });
  expect(documentSchema.parse((await send(person, 'GET', `/documents/${second.id}?include=none`)).json)).toEqual(
    second,
  );
  await env.FILES.delete((await objectKeyOf(second.id)) ?? '');
  expect(await tried(ABOVE_TEN)).toMatchObject({ tried: 1, skipped: 1, stopped: 1 });
});

const objectKeyOf = (id: string) =>
  env.DB.prepare('SELECT object_key FROM results WHERE document_id = ?').bind(id).first<string>('object_key');

test.each<[string, object]>([
  ['definition.pattern', { kind: 'pattern', field: 'x', pattern: '(a+)+' }],
  ['definition.min', { kind: 'range', field: 'x' }],
  ['definition.max', { kind: 'range', field: 'x', min: '2', max: '1' }],
  ['definition.max', { kind: 'range', field: 'x', min: '2', max: '2026-01-01' }],
  ['definition.fields', { kind: 'required', fields: [] }],
  ['definition.message', { kind: 'required', fields: ['x'], message: 'x'.repeat(201) }],
  ['definition.field', { kind: 'list', field: 'Not a field', values: ['x'] }],
])('%s of %j is refused, with the place in the body', async (path, definition) => {
  const json = { name: 'Rule', definition: { message: 'No.', ...definition } };
  const answer = await send(await owner(), 'POST', '/rules', json);
  expect([answer.status, problemOf(answer).errors?.[0]?.path]).toEqual([422, `json.${path}`]);
});

test('everybody sees the rules, only those who may manage them change or try them, and each change is recorded', async () => {
  const organization = await mintOrganization();
  const [manager, viewer] = [await mintPerson(organization, 'owner'), await mintPerson(organization, 'viewer')];
  const { id } = await made(manager, NEEDS_ORDER);
  expect((await send(viewer, 'GET', `/rules/${id}`)).status).toBe(200);
  const body = { name: 'Rule', definition: NEEDS_ORDER };
  const refused = [
    await send(viewer, 'POST', '/rules', body),
    await send(viewer, 'PUT', `/rules/${id}`, body),
    await send(viewer, 'PATCH', `/rules/${id}`, { active: false }),
    await send(viewer, 'DELETE', `/rules/${id}`),
    await send(viewer, 'POST', '/rules/try', { definition: NEEDS_ORDER }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  await send(manager, 'PUT', `/rules/${id}`, { name: 'Rule 2', definition: ABOVE_TEN });
  await send(manager, 'PATCH', `/rules/${id}`, { active: false });
  await send(manager, 'PATCH', `/rules/${id}`, { active: false });
  await send(manager, 'DELETE', `/rules/${id}`);
  const { results } = await env.DB.prepare(
    `SELECT action FROM audit_events WHERE target_id = ? AND outcome = 'success' ORDER BY action`,
  )
    .bind(id)
    .all<{ action: string }>();
  expect(results.map(({ action }) => action)).toEqual([
    'rule.archived',
    'rule.created',
    'rule.switched',
    'rule.updated',
  ]);
});

test('of 20 people who change the version they read exactly one has an effect; the others are told', async () => {
  const person = await owner();
  const { id, version } = await made(person, ABOVE_TEN);
  const bodies = Array.from({ length: 20 }, (_, at) => ({ name: `Rule ${at}`, definition: NEEDS_ORDER, version }));
  const answers = await Promise.all(bodies.map((body) => send(person, 'PUT', `/rules/${id}`, body)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const others = answers.filter(({ status }) => status !== 200).map((answer) => problemOf(answer).code);
  expect(others.every((code) => code === 'version_conflict' || code === 'conflict')).toBe(true);
  expect(ruleSchema.parse((await send(person, 'GET', `/rules/${id}`)).json).version).toBe(version + 1);
  const late = await send(person, 'PUT', `/rules/${id}`, { name: 'Late', definition: ABOVE_TEN, version });
  expect(problemOf(late).code).toBe('version_conflict');
});
