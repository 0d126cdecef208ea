import { describe, expect, test } from 'vitest';
import { auditListSchema } from '#core/contract/audit';
import { resultSchema } from '#core/contract/result';
import { templateListSchema, templateSchema } from '#core/contract/templates';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { addMember } from '#core/testing/members';
import { samplePdf } from '#core/testing/sample-pdf';
import { type Owner, signUp } from '#core/testing/sign-up';

const BODY = {
  name: 'Supplier form',
  document_type: 'invoice',
  only_own_fields: true,
  fields: [
    { name: 'their_number', kind: 'identifier', labels: ['Invoice number', 'Invoice no'] },
    { name: 'contact', kind: 'text', labels: ['Contact person'], required: true },
  ],
};
const LINES = ['INVOICE', 'Invoice number: TX-4711', 'Total: 11.90 EUR'];

const create = (by: Owner, json: unknown = BODY) => call('POST', '/api/v1/templates', { token: by.accessToken, json });
const made = async (by: Owner, json?: unknown) => templateSchema.parse((await create(by, json)).json);

async function readBy(owner: Owner, templateId: string) {
  const form = uploadForm(samplePdf(LINES), 'invoice.pdf');
  form.set('template_id', templateId);
  const { document } = await accepted(owner.accessToken, form);
  await untilTerminal(owner.accessToken, document.id);
  const answer = await call('GET', `/api/v1/documents/${document.id}/result`, { token: owner.accessToken });
  return resultSchema.parse(answer.json);
}

describe('templates', () => {
  test('the list has the own ones first, then more than eighty shipped ones, page by page', async () => {
    const owner = await signUp();
    const own = await made(owner);
    const seen: string[] = [];
    let cursor = '';
    do {
      const query = new URLSearchParams({ limit: '50', ...(cursor && { cursor }) });
      const page = await call('GET', `/api/v1/templates?${query}`, { token: owner.accessToken });
      const { data, next_cursor } = templateListSchema.parse(page.json);
      seen.push(...data.map(({ id }) => id));
      cursor = next_cursor ?? '';
    } while (cursor !== '');
    expect(seen[0]).toBe(own.id);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(80);
  });

  test('a document is read by the template it was handed in for, and the result names the version', async () => {
    const owner = await signUp();
    const template = await made(owner);
    const result = await readBy(owner, template.id);
    expect(result.template).toEqual({ id: template.id, version: 1 });
    expect(Object.keys(result.fields)).toEqual(['their_number']);
    expect(result.checks).toContainEqual(expect.objectContaining({ rule: 'required:contact', ok: false }));
  });

  test('a change is a new version; the old one stays readable', async () => {
    const owner = await signUp();
    const { id } = await made(owner);
    const changed = await call('PUT', `/api/v1/templates/${id}`, {
      token: owner.accessToken,
      json: { ...BODY, name: 'Second' },
    });
    expect(templateSchema.parse(changed.json)).toMatchObject({ version: 2, name: 'Second' });
    const first = await call('GET', `/api/v1/templates/${id}?version=1`, { token: owner.accessToken });
    expect(templateSchema.parse(first.json)).toMatchObject({ version: 1, name: 'Supplier form' });
    expect((await readBy(owner, id)).template).toEqual({ id, version: 2 });
  });

  test('shipped ones can be read by, and nobody changes them', async () => {
    const owner = await signUp();
    expect((await readBy(owner, 'freight-invoice')).template).toEqual({ id: 'freight-invoice', version: 1 });
    const put = await call('PUT', '/api/v1/templates/freight-invoice', { token: owner.accessToken, json: BODY });
    expect([put.status, problemOf(put).code]).toEqual([404, 'not_found']);
  });

  test('another organization’s template is as unknown as one that never was', async () => {
    const [owner, other] = [await signUp(), await signUp()];
    const { id } = await made(owner);
    const form = uploadForm(samplePdf(LINES), 'invoice.pdf');
    form.set('template_id', id);
    const upload = await call('POST', '/api/v1/documents', { token: other.accessToken, body: form });
    expect([upload.status, problemOf(upload).code]).toEqual([422, 'validation_failed']);
    expect((await call('GET', `/api/v1/templates/${id}`, { token: other.accessToken })).status).toBe(404);
    expect((await call('DELETE', `/api/v1/templates/${id}`, { token: other.accessToken })).status).toBe(404);
  });

  test('an archived one is not found for new documents any more', async () => {
    const owner = await signUp();
    const { id } = await made(owner);
    expect((await call('DELETE', `/api/v1/templates/${id}`, { token: owner.accessToken })).status).toBe(204);
    const form = uploadForm(samplePdf(LINES), 'invoice.pdf');
    form.set('template_id', id);
    expect((await call('POST', '/api/v1/documents', { token: owner.accessToken, body: form })).status).toBe(422);
    expect((await call('DELETE', `/api/v1/templates/${id}`, { token: owner.accessToken })).status).toBe(404);
  });

  test('patterns that could hold up a Worker are refused, with the place in the body', async () => {
    const owner = await signUp();
    const answer = await create(owner, { ...BODY, fields: [{ ...BODY.fields[0], pattern: '(a+)+' }] });
    expect(answer.status).toBe(422);
    expect(problemOf(answer).errors?.[0]?.path).toBe('json.fields.0.pattern');
  });

  test('only those who may manage templates make them, and each change leaves a trace', async () => {
    const owner = await signUp();
    const viewer = await addMember(owner, 'viewer');
    const refused = await call('POST', '/api/v1/templates', { token: viewer.accessToken, json: BODY });
    expect(refused.status).toBe(403);
    const { id } = await made(owner);
    await call('DELETE', `/api/v1/templates/${id}`, { token: owner.accessToken });
    const log = await call('GET', `/api/v1/audit-logs?q=${id}`, { token: owner.accessToken });
    const actions = auditListSchema.parse(log.json).data.map(({ action }) => action);
    expect(actions.sort()).toEqual(['template.archived', 'template.created']);
  });
});
