import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { connectTenant } from '#core/db/connect';
import { RowTooLarge } from '#core/db/guard-rows';
import { developmentMails } from '#core/db/schema/control';
import { RESULT_LIMITS, VALUE_LIMITS } from '#core/domain/value-limits';
import { call } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { sampleInvoice } from '#core/testing/sample-invoice';
import { type Owner, signUp } from '#core/testing/sign-up';
import { openApi } from './operations.ts';

/** Rows, lists and events stay small for any input; the bucket keeps the whole value. */

const LONG = 3_000_000;
/** Far above any normal row here, far below D1's limit. */
const MAX_ROW_UNITS = 50_000;

/** Every row with an organization in any table, with the length of its texts. */
async function rowsOf(owner: Owner): Promise<readonly { readonly table: string; readonly units: number }[]> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%organization_id%'`,
  ).all<{ name: string }>();
  const rows: { table: string; units: number }[] = [];
  for (const { name } of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}" WHERE organization_id = ?`)
      .bind(owner.organizationId)
      .all();
    for (const row of results) rows.push({ table: name, units: JSON.stringify(row).length });
  }
  return rows;
}

async function expectSmallRows(owner: Owner): Promise<void> {
  const rows = await rowsOf(owner);
  expect(rows.map(({ table }) => table)).toContain('documents');
  expect(rows.filter(({ units }) => units > MAX_ROW_UNITS)).toEqual([]);
}

/** The sample invoice with one of its values replaced by a very long one. */
function invoiceWith(before: string, after: string): File {
  const text = new TextDecoder().decode(sampleInvoice());
  expect(text).toContain(before);
  return new File([text.replace(before, after)], 'invoice.xml');
}

const LONG_VALUES: readonly (readonly [string, File, string])[] = [
  ['number', invoiceWith('<cbc:ID>T-1', `<cbc:ID>T-${'9'.repeat(LONG)}`), 'invoice_number'],
  ['name', invoiceWith('Testwerk GmbH', `Testwerk ${'ä'.repeat(LONG)}`), 'vendor_name'],
  ['currency', invoiceWith('>EUR<', `>${'EUR'.repeat(LONG / 3)}<`), 'currency'],
  [
    'total',
    invoiceWith(
      'TaxInclusiveAmount currencyID="EUR">11.90',
      `TaxInclusiveAmount currencyID="EUR">${'1'.repeat(LONG)}.90`,
    ),
    'total_amount',
  ],
  ['description', invoiceWith('Widget', 'W'.repeat(LONG)), 'description'],
];

describe.each(LONG_VALUES)('an invoice whose %s has three million characters', (_name, file) => {
  test('makes small rows and a small list', async () => {
    const owner = await signUp();
    const form = new FormData();
    form.set('file', file);
    const { document } = await accepted(owner.accessToken, form);
    await untilTerminal(owner.accessToken, document.id);
    await expectSmallRows(owner);
    const list = await call('GET', '/api/v1/documents', { token: owner.accessToken });
    expect(list.status).toBe(200);
    expect(list.text.length).toBeLessThan(MAX_ROW_UNITS);
  });
});

test('the result holds a long number up to its own limit, the original all of it', async () => {
  const owner = await signUp();
  const number = `T-${'9'.repeat(LONG)}`;
  const form = new FormData();
  form.set('file', invoiceWith('<cbc:ID>T-1', `<cbc:ID>${number}`));
  const { document } = await accepted(owner.accessToken, form);
  await untilTerminal(owner.accessToken, document.id);
  const result = await call('GET', `/api/v1/documents/${document.id}/result`, { token: owner.accessToken });
  const read: unknown = Object(result.json).fields.invoice_number.value;
  // Not compared directly, because a difference would be printed in full.
  const beginning = String(read).replace(/…$/, '');
  expect(String(read).length).toBeLessThanOrEqual(RESULT_LIMITS.text);
  expect(beginning.length).toBeGreaterThan(RESULT_LIMITS.text / 2);
  expect(number.startsWith(beginning)).toBe(true);
  expect(Object(result.json).checks).toContainEqual(expect.objectContaining({ rule: 'whole_texts', ok: false }));
  const original = await call('GET', `/api/v1/documents/${document.id}/original`, { token: owner.accessToken });
  expect(original.text.includes(number)).toBe(true);
  const view = await call('GET', `/api/v1/documents/${document.id}?include=none`, { token: owner.accessToken });
  const shown: unknown = Object(view.json).summary.document_number;
  expect(shown).toBe(`${number.slice(0, VALUE_LIMITS.documentNumber - 1)}…`);
});

test('names, kinds and headers of a client are cut before they are stored', async () => {
  const owner = await signUp();
  const form = new FormData();
  form.set('file', new File([sampleInvoice()], `${'n'.repeat(100_000)}.xml`, { type: `text/${'x'.repeat(100_000)}` }));
  const headers = { 'user-agent': 'a'.repeat(30_000), 'cf-connecting-ip': '1'.repeat(30_000) };
  const answer = await call('POST', '/api/v1/documents', { token: owner.accessToken, body: form, headers });
  expect(answer.status).toBe(202);
  await call('GET', `/api/v1/roles?x=${'y'.repeat(4_000)}`, { token: owner.accessToken, headers });
  await expectSmallRows(owner);
});

test('an uploaded file keeps a name of exactly the limit, and a longer one says that it was cut', async () => {
  const owner = await signUp();
  const name = async (length: number) => {
    const { document } = await accepted(owner.accessToken, uploadForm(undefined, 'n'.repeat(length)));
    return document.name;
  };
  expect(await name(VALUE_LIMITS.documentName)).toBe('n'.repeat(VALUE_LIMITS.documentName));
  expect(await name(VALUE_LIMITS.documentName + 1)).toBe(`${'n'.repeat(VALUE_LIMITS.documentName - 1)}…`);
});

test('a row that production would refuse is refused here too, by name', async () => {
  const db = connectTenant({ DB: env.DB }, 'DB');
  const mail = (text: string) => ({
    id: `m-${Date.now()}-${text.length}`,
    recipient: 'a@example.com',
    subject: 's',
    text,
    html: '',
    createdAt: 0,
  });
  const refused = async () => db.insert(developmentMails).values(mail('ü'.repeat(1_000_001)));
  await expect(refused()).rejects.toThrow();
  const cause = await refused().catch((error: unknown) => error);
  expect([cause, cause instanceof Error ? cause.cause : null].some((each) => each instanceof RowTooLarge)).toBe(true);
});

/** Schemas of client input, by location. */
function* unboundedIn(schema: unknown, place: string, depth = 0): Generator<string> {
  const node: Readonly<Record<string, unknown>> = { ...Object(schema) };
  if (depth > 12) return;
  const reference = typeof node['$ref'] === 'string' ? node['$ref'].split('/').at(-1) : undefined;
  if (reference !== undefined) {
    yield* unboundedIn(Object(openApi.components?.schemas)[reference], `${place}:${reference}`, depth + 1);
    return;
  }
  const kinds = [node['type']].flat();
  if (kinds.includes('string') && !isBoundedText(node)) yield place;
  if (kinds.includes('array')) {
    if (node['maxItems'] === undefined) yield `${place}[]`;
    yield* unboundedIn(node['items'], `${place}[]`, depth + 1);
  }
  for (const [name, property] of Object.entries(Object(node['properties'])))
    yield* unboundedIn(property, `${place}.${name}`, depth + 1);
  if (typeof node['additionalProperties'] === 'object')
    yield* unboundedIn(node['additionalProperties'], `${place}.*`, depth + 1);
  for (const key of ['anyOf', 'oneOf', 'allOf'])
    for (const part of [node[key] ?? []].flat()) yield* unboundedIn(part, place, depth + 1);
}

const isBoundedText = (node: Readonly<Record<string, unknown>>): boolean =>
  node['maxLength'] !== undefined ||
  node['enum'] !== undefined ||
  node['const'] !== undefined ||
  node['format'] === 'binary' ||
  node['format'] === 'date' ||
  node['format'] === 'date-time' ||
  (typeof node['pattern'] === 'string' && !/[*+]|\{\d+,\}/.test(node['pattern']));

test('every text and list that a client sends has a limit', () => {
  const unbounded: string[] = [];
  for (const [path, item] of Object.entries(openApi.paths ?? {}))
    for (const [method, route] of Object.entries(item)) {
      const operation: Readonly<Record<string, unknown>> = { ...Object(route) };
      for (const content of Object.values(Object(Object(operation['requestBody']).content)))
        unbounded.push(...unboundedIn(Object(content).schema, `${method} ${path} body`));
      for (const parameter of [operation['parameters'] ?? []].flat())
        if (Object(parameter).in !== 'path')
          unbounded.push(...unboundedIn(Object(parameter).schema, `${method} ${path} ${Object(parameter).name}`));
    }
  expect([...new Set(unbounded)]).toEqual([]);
});
