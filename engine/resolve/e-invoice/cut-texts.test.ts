import { expect, test } from 'vitest';
import { extract } from '#engine/index';
import { MAX_XML_TEXT } from '#engine/read/limits';
import { readerlessHost } from '#engine/testing/readerless-host';

const UBL =
  'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';
const LONG = 'x'.repeat(MAX_XML_TEXT + 1);

async function resultOf(xml: string) {
  const outcome = await extract({ bytes: new TextEncoder().encode(xml) }, readerlessHost);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result;
}

const ubl = (number: string, rest = '') =>
  `<Invoice ${UBL}><cbc:ID>${number}</cbc:ID><cbc:IssueDate>2026-01-02</cbc:IssueDate>${rest}</Invoice>`;
const line = (description: string) =>
  `<cac:InvoiceLine><cbc:ID>1</cbc:ID><cac:Item><cbc:Name>${description}</cbc:Name></cac:Item></cac:InvoiceLine>`;

test('a number that is cut goes to a person, and a check names it', async () => {
  const { fields, checks } = await resultOf(ubl(LONG));
  expect(checks).toContainEqual({ rule: 'whole_texts', ok: false, detail: expect.stringContaining('/Invoice/ID') });
  expect(fields['invoice_number']).toMatchObject({
    state: 'needs_review',
    checks: expect.arrayContaining(['whole_texts']),
  });
  expect(fields['invoice_date']?.state).not.toBe('needs_review');
});

test('so does the description of a line, in CDATA too', async () => {
  const { line_items, checks } = await resultOf(ubl('T-1', line('Widget') + line(`<![CDATA[${LONG}]]>`)));
  expect(checks.map(({ rule }) => rule)).toContain('whole_texts');
  expect(line_items.map((item) => item['description']?.state)).toEqual(['supported', 'needs_review']);
});

test('a text that no field holds is named as well', async () => {
  const { checks } = await resultOf(ubl('T-1', `<cbc:AccountingCost>${LONG}</cbc:AccountingCost>`));
  expect(
    checks
      .filter(({ ok }) => !ok)
      .map(({ detail }) => detail)
      .join(),
  ).toContain('/Invoice/AccountingCost');
});

test('in a FatturaPA too', async () => {
  const body = `<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Numero>${LONG}</Numero></DatiGeneraliDocumento></DatiGenerali></FatturaElettronicaBody>`;
  const { fields } = await resultOf(`<FatturaElettronica>${body}</FatturaElettronica>`);
  expect(fields['invoice_number']?.state).toBe('needs_review');
});

test.each([
  ['UBL', ubl('T-1', `<cbc:EmbeddedDocumentBinaryObject>${LONG}</cbc:EmbeddedDocumentBinaryObject>`)],
  [
    'FatturaPA',
    `<FatturaElettronica><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><Numero>T-1</Numero></DatiGeneraliDocumento></DatiGenerali><Allegati><Attachment>${LONG}</Attachment></Allegati></FatturaElettronicaBody></FatturaElettronica>`,
  ],
])('an attachment in %s may be longer', async (_syntax, xml) => {
  expect((await resultOf(xml)).checks.map(({ rule }) => rule)).not.toContain('whole_texts');
});

test('a text of exactly the limit is whole', async () => {
  expect((await resultOf(ubl('x'.repeat(MAX_XML_TEXT)))).checks.map(({ rule }) => rule)).not.toContain('whole_texts');
});
