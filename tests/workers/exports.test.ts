import { env, exports as workers } from 'cloudflare:workers';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ExportView, exportListSchema, exportSchema } from '#core/contract/exports';
import { call, ORIGIN, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { untilExported } from '#core/testing/exports';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { sampleInvoice } from '#core/testing/sample-invoice';
import { makeWorkspace } from '#core/testing/workspaces';

const owner = async (): Promise<MintedPerson> => mintPerson(await mintOrganization(), 'owner');

const send = ({ accessToken }: MintedPerson, method: string, path: string, json?: unknown) =>
  call(method, `/api/v1${path}`, { token: accessToken, ...(json !== undefined && { json }) });

async function read(person: MintedPerson, number: string, parts: Readonly<Record<string, string>> = {}) {
  const form = uploadForm(sampleInvoice(number), `${number}.xml`, parts);
  const { document } = await accepted(person.accessToken, form);
  return untilTerminal(person.accessToken, document.id);
}

async function exported(person: MintedPerson, body: object): Promise<ExportView> {
  const answer = await send(person, 'POST', '/exports', body);
  expect(answer.status, answer.text).toBe(202);
  return untilExported(person.accessToken, exportSchema.parse(answer.json).id);
}

async function fileOf(person: MintedPerson, { id }: ExportView): Promise<string> {
  const answer = await send(person, 'GET', `/exports/${id}/file`);
  expect(answer.status, answer.text).toBe(200);
  return answer.text;
}

const linesOf = (csv: string) => csv.replace('\uFEFF', '').trim().split('\r\n');

test('JSON has the documents with the results of the API, as a list or one a line', async () => {
  const person = await owner();
  const ids = [(await read(person, 'J-1')).id, (await read(person, 'J-2')).id];
  const list: unknown = JSON.parse(await fileOf(person, await exported(person, { format: 'json' })));
  const results = await Promise.all(ids.map(async (id) => (await send(person, 'GET', `/documents/${id}/result`)).json));
  expect(list).toMatchObject(ids.map((id, index) => ({ document: { id }, result: results[index] })));
  const lines = await fileOf(person, await exported(person, { format: 'jsonl', include_exported: true }));
  expect(
    lines
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual(list);
});

test('CSV has a line per document, or per line item, and no formulas', async () => {
  const person = await owner();
  await read(person, '=cmd()');
  const csv = linesOf(
    await fileOf(person, await exported(person, { format: 'csv', fields: ['invoice_number', 'total_amount'] })),
  );
  expect(csv[0]).toBe('id,name,status,document_type,external_id,created_at,invoice_number,total_amount');
  expect(csv[1]).toContain("'=cmd()");
  expect(csv[1]).toMatch(/,\d+\.\d\d$/);
  const lines = linesOf(await fileOf(person, await exported(person, { format: 'csv_lines', include_exported: true })));
  expect(lines[0]).toMatch(/^document_id,invoice_number,/);
  expect(lines.length).toBeGreaterThan(1);
});

test('the spreadsheet has both sheets, numbers as numbers and text as text', async () => {
  const person = await owner();
  await read(person, '=1+1');
  const made = await exported(person, { format: 'xlsx' });
  const answer = await fetchBytes(person, made);
  const files = unzipSync(answer);
  const documents = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(documents).toContain('<t xml:space="preserve">=1+1</t>');
  expect(documents).toMatch(/<c><v>\d+\.\d\d<\/v><\/c>/);
  expect(strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain('<row>');
  expect(Object.keys(files)).toContain('[Content_Types].xml');
});

async function fetchBytes({ accessToken }: MintedPerson, { id }: ExportView): Promise<Uint8Array> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await workers.default.fetch(`${ORIGIN}/api/v1/exports/${id}/file`, { headers });
  return new Uint8Array(await answer.arrayBuffer());
}

test('bills have the columns that Xero and QuickBooks import', async () => {
  const person = await owner();
  await read(person, 'B-1');
  const xero = linesOf(await fileOf(person, await exported(person, { format: 'xero' })));
  expect(xero[0]).toContain('*ContactName,EmailAddress,POAddressLine1,*InvoiceNumber');
  expect(xero[1]).toContain('B-1');
  const quickbooks = linesOf(
    await fileOf(person, await exported(person, { format: 'quickbooks', include_exported: true })),
  );
  expect(quickbooks[0]).toContain('Bill no.,Supplier,Bill Date');
  expect(quickbooks[1]).toContain('B-1');
});

test('a document leaves once, unless asked for, and nothing about it can be undone then', async () => {
  const person = await owner();
  const { id } = await read(person, 'L-1');
  await send(person, 'POST', `/documents/${id}/approve`, {});
  expect(await exported(person, { format: 'jsonl' })).toMatchObject({ total: 1, done: 1 });
  expect(await exported(person, { format: 'jsonl' })).toMatchObject({ total: 0, done: 0 });
  expect(await exported(person, { format: 'jsonl', include_exported: true })).toMatchObject({ total: 1 });
  expect(problemOf(await send(person, 'POST', `/documents/${id}/undo`)).detail).toContain('exported');
});

test('nothing about a document can be undone while its export is being made, and again if that fails', async () => {
  const person = await owner();
  const { id } = await read(person, 'U-1');
  await send(person, 'POST', `/documents/${id}/approve`, {});
  await env.DB.prepare("UPDATE results SET sha256 = 'wrong' WHERE document_id = ?").bind(id).run();
  const answer = await send(person, 'POST', '/exports', { format: 'csv', ids: [id] });
  const { id: exportId } = exportSchema.parse(answer.json);
  expect(problemOf(await send(person, 'POST', `/documents/${id}/undo`)).detail).toContain('exported');
  await env.DB.prepare('UPDATE exports SET attempts = 5, lease_until = 0 WHERE id = ?').bind(exportId).run();
  await exported(person, { format: 'csv', filter: { q: 'nothing' } });
  expect((await untilExported(person.accessToken, exportId)).status).toBe('failed');
  expect((await send(person, 'POST', `/documents/${id}/undo`)).status).toBe(200);
});

test('exports that are made at the same time share no document', async () => {
  const person = await owner();
  await Promise.all(Array.from({ length: 6 }, (_, index) => read(person, `C-${index}`)));
  const all = await Promise.all(Array.from({ length: 5 }, () => exported(person, { format: 'jsonl' })));
  expect(all.reduce((sum, { total }) => sum + (total ?? 0), 0)).toBe(6);
});

test('an export of chosen documents takes any that has a result; a filter takes finished ones', async () => {
  const person = await owner();
  const [first, second] = [await read(person, 'FALCON'), await read(person, 'HERON')];
  await send(person, 'POST', `/documents/${first.id}/reject`, { reason: 'Not ours' });
  expect(await exported(person, { format: 'csv', ids: [first.id] })).toMatchObject({ total: 1 });
  expect(await exported(person, { format: 'csv', filter: { q: 'HERON' } })).toMatchObject({ total: 1 });
  expect(await exported(person, { format: 'csv', filter: { q: 'FALCON' }, include_exported: true })).toMatchObject({
    total: 0,
  });
  await send(person, 'DELETE', `/documents/${second.id}`);
  expect(await exported(person, { format: 'csv', include_exported: true })).toMatchObject({ total: 0 });
});

test('an export with documents of a restricted workspace is not there for those without access', async () => {
  const organization = await mintOrganization();
  const [boss, analyst] = [await mintPerson(organization, 'owner'), await mintPerson(organization, 'analyst')];
  const place = await makeWorkspace(boss);
  const hidden = await read(boss, 'H-1', { workspace_id: place.id });
  const secret = await exported(boss, { format: 'csv', ids: [hidden.id] });
  const open = await exported(boss, { format: 'csv', ids: [(await read(boss, 'H-2')).id] });
  expect((await send(analyst, 'GET', `/exports/${secret.id}`)).status).toBe(404);
  expect((await send(analyst, 'GET', `/exports/${secret.id}/file`)).status).toBe(404);
  expect((await send(analyst, 'GET', `/exports/${open.id}`)).status).toBe(200);
  const listed = exportListSchema.parse((await send(analyst, 'GET', '/exports')).json).data;
  expect(listed.map(({ id }) => id)).toEqual([open.id]);
  expect(await exported(analyst, { format: 'csv', ids: [hidden.id], include_exported: true })).toMatchObject({
    total: 0,
  });
  expect((await send(await owner(), 'GET', `/exports/${open.id}`)).status).toBe(404);
});

test('an export of several parts is whole, and continues after the last part if it was interrupted', async () => {
  const person = await owner();
  const { id } = await read(person, 'P-1');
  const row = await env.DB.prepare('SELECT * FROM documents WHERE id = ?').bind(id).first<Record<string, unknown>>();
  await copies(row ?? {}, 450);
  const made = await exported(person, { format: 'csv', fields: ['invoice_number'] });
  expect(made).toMatchObject({ status: 'completed', total: 451, done: 451 });
  const before = linesOf(await fileOf(person, made));
  expect(before).toHaveLength(452);
  // As if its worker had stopped after the first part.
  await env.DB.prepare(
    "UPDATE exports SET status = 'running', done = 200, parts = 1, lease_token = 'lost', lease_until = 0 WHERE id = ?",
  )
    .bind(made.id)
    .run();
  await exported(person, { format: 'csv', filter: { q: 'nothing' } });
  expect(await untilExported(person.accessToken, made.id)).toMatchObject({ status: 'completed', done: 451 });
  expect(linesOf(await fileOf(person, made))).toEqual(before);
});

/** Copies of a document and its result row; all results are one object. */
async function copies(row: Readonly<Record<string, unknown>>, count: number): Promise<void> {
  const id = String(row['id']);
  const columns = Object.keys(row).filter((name) => name !== 'id');
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const copyId = "substr(?1, 1, 24) || substr('000000' || i, -6)";
  const results = await env.DB.prepare('SELECT * FROM results WHERE document_id = ?').bind(id).first();
  const own = Object.keys(results ?? {}).filter((name) => name !== 'document_id');
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO documents (id, ${columns.join(', ')}) ${numbers} SELECT ${copyId}, ${columns
        .map((name) => (name === 'idempotency_key' ? 'NULL' : name))
        .join(', ')} FROM documents, n WHERE id = ?1`,
    ).bind(id),
    env.DB.prepare(
      `INSERT INTO results (document_id, ${own.join(', ')}) ${numbers} SELECT ${copyId}, ${own.join(', ')} FROM results, n WHERE document_id = ?1`,
    ).bind(id),
  ]);
}

test('an export whose result is damaged fails after some attempts, and its documents may leave with another', async () => {
  const person = await owner();
  const { id } = await read(person, 'D-1');
  const good = await read(person, 'D-2');
  await env.DB.prepare("UPDATE results SET sha256 = 'wrong' WHERE document_id = ?").bind(id).run();
  const answer = await send(person, 'POST', '/exports', { format: 'csv', ids: [id, good.id] });
  const { id: exportId } = exportSchema.parse(answer.json);
  await env.DB.prepare('UPDATE exports SET attempts = 5, lease_until = 0 WHERE id = ?').bind(exportId).run();
  await exported(person, { format: 'csv', filter: { q: 'nothing' } });
  expect((await untilExported(person.accessToken, exportId)).status).toBe('failed');
  expect((await send(person, 'GET', `/exports/${exportId}/file`)).status).toBe(409);
  expect(await exported(person, { format: 'csv', ids: [good.id] })).toMatchObject({ status: 'completed', total: 1 });
});
