import { describe, expect, test } from 'vitest';
import { isSafePattern } from '#core/domain/safe-pattern';
import { type SchemaTemplate, TEMPLATE_LIMITS } from '#core/domain/schema-template';
import { extractFromDocument } from '../index.ts';
import { tokenise } from '../normalise/fold-text.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { readerlessHost } from '../testing/readerless-host.ts';
import { SHIPPED_TEMPLATES } from './shipped.ts';

async function read(text: string, template?: SchemaTemplate) {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, template && { template });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.result;
}

const values = (fields: Readonly<Record<string, { readonly value: string }>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));

const DELIVERY = `
DELIVERY NOTE

Delivery note no: DN-20871          Delivery date: 14 March 2026
Order no: SO-5512

Deliver to:
Harbour Tools Ltd
12 Quay Street
Cork T12 X4Y5

Description             Part No      Qty      Weight
Hex bolt M8             HB-008       200      12.5
Washer M8               WA-008       400      3.2
`;

describe('shipped templates', () => {
  test('a title at the head of the page chooses the template, and its labels lead to the fields', async () => {
    const result = await read(DELIVERY);
    expect(result.template).toEqual({ id: 'delivery-note', version: 1 });
    expect(values(result.fields)).toMatchObject({
      delivery_note_number: 'DN-20871',
      delivery_date: '2026-03-14',
      order_number: 'SO-5512',
      customer_name: 'Harbour Tools Ltd',
    });
  });

  test('the table of a template becomes the line items', async () => {
    const { line_items } = await read(DELIVERY);
    expect(line_items.map(values)).toEqual([
      { description: 'Hex bolt M8', product_code: 'HB-008', quantity: '200', weight: '12.5' },
      { description: 'Washer M8', product_code: 'WA-008', quantity: '400', weight: '3.2' },
    ]);
  });

  test('nothing that a template reads without a check is proved', async () => {
    const { fields } = await read(DELIVERY);
    expect(Object.values(fields).map(({ state }) => state)).not.toContain('proved');
  });

  test('a required field that is not there is a check that fails', async () => {
    const { checks } = await read('DELIVERY NOTE\n\nDelivery date: 14 March 2026\n');
    expect(checks).toContainEqual(expect.objectContaining({ rule: 'required:delivery_note_number', ok: false }));
  });

  test('an invoice that mentions a delivery note stays an invoice without its template', async () => {
    const result = await read('INVOICE\n\nInvoice no: 4711\nDelivery note no: DN-1\nTotal: EUR 10.00\n');
    expect(result.document_type).toBe('invoice');
    expect(result.template).toBeUndefined();
  });

  test('each has an id of its own, snake_case names, and labels that can be found', () => {
    expect(new Set(SHIPPED_TEMPLATES.map(({ id }) => id)).size).toBe(SHIPPED_TEMPLATES.length);
    for (const { id, fields, titles, table } of SHIPPED_TEMPLATES) {
      const names = fields.map(({ name }) => name);
      expect(new Set(names).size, `${id} names a field twice`).toBe(names.length);
      for (const { name, labels, pattern } of fields) {
        expect(name, id).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(
          labels.every((label) => tokenise(label).length > 0),
          `${id} ${name}`,
        ).toBe(true);
        expect(pattern === undefined || isSafePattern(pattern), `${id} ${name}`).toBe(true);
      }
      expect(
        titles.every((title) => tokenise(title).length > 0),
        id,
      ).toBe(true);
      expect(fields.length, id).toBeLessThanOrEqual(TEMPLATE_LIMITS.fields);
      expect(titles.length, id).toBeLessThanOrEqual(TEMPLATE_LIMITS.titles);
      expect(table?.columns.length ?? 0, id).toBeLessThanOrEqual(TEMPLATE_LIMITS.columns);
    }
  });
});

describe("an organization's own template", () => {
  const MEMBERSHIP: SchemaTemplate = {
    id: 'tpl_membership',
    version: 3,
    name: 'Membership form',
    family: 'people',
    documentType: 'other',
    onlyOwnFields: true,
    titles: [],
    fields: [
      { name: 'member_number', kind: 'identifier', labels: ['Mitglied Nr'], pattern: '[A-Z]{2}\\d{4}' },
      { name: 'plan', kind: 'text', labels: ['Tarif'], list: ['Gold', 'Silber'] },
      { name: 'monthly_fee', kind: 'amount', labels: ['Beitrag'] },
      { name: 'visits', kind: 'number', labels: ['Besuche'] },
      { name: 'email', kind: 'email', labels: ['E-Mail'] },
      { name: 'newsletter', kind: 'checkbox', labels: ['Newsletter'] },
      { name: 'sponsor', kind: 'text', labels: ['Geworben von'], required: true },
    ],
  };
  const PAGE = `
ANMELDUNG
Mitglied Nr: AB1234
Tarif: Bronze
Beitrag: 19,90 EUR
Besuche: 12
E-Mail: eva@example.org
[x] Newsletter
Invoice number: 99
`;

  test('runs through the same engine and answers its own fields alone', async () => {
    const result = await read(PAGE, MEMBERSHIP);
    expect(result.template).toEqual({ id: 'tpl_membership', version: 3 });
    expect(values(result.fields)).toEqual({
      member_number: 'AB1234',
      plan: 'Bronze',
      monthly_fee: '19.90',
      visits: '12',
      email: 'eva@example.org',
      newsletter: 'true',
    });
  });

  test('a value outside its list stays, with a failing check, and asks a person', async () => {
    const { fields, checks } = await read(PAGE, MEMBERSHIP);
    expect(fields['plan']).toMatchObject({ value: 'Bronze', state: 'needs_review' });
    expect(checks).toContainEqual(expect.objectContaining({ rule: 'list:plan', ok: false }));
    expect(checks).toContainEqual(expect.objectContaining({ rule: 'required:sponsor', ok: false }));
    expect(checks).toContainEqual(expect.objectContaining({ rule: 'pattern:member_number', ok: true }));
  });

  test('every value says where it stands', async () => {
    const { fields } = await read(PAGE, MEMBERSHIP);
    for (const field of Object.values(fields)) expect(field.evidence[0]?.box, field.value).not.toBeNull();
  });
});
