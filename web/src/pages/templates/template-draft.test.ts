import { describe, expect, it } from 'vitest';
import { type TemplateBody, templateBodySchema } from '#core/contract/templates';
import { bodyOf, draftOf, emptyDraft, moved, nameFromLabel } from './template-draft.ts';

const BODY: TemplateBody = {
  name: 'Membership form',
  family: 'people',
  document_type: 'other',
  only_own_fields: true,
  titles: ['Membership', 'Beitrittserklärung'],
  fields: [
    {
      name: 'number',
      kind: 'identifier',
      labels: ['Member no', 'Mitglied Nr'],
      required: true,
      pattern: '[A-Z]\\d{4}',
    },
    { name: 'kind', kind: 'text', labels: ['Kind'], list: ['full', 'guest, paying'] },
  ],
  table: {
    columns: [
      { name: 'description', kind: 'text', labels: ['Course'] },
      { name: 'fee', kind: 'amount', labels: ['Fee'] },
    ],
  },
};

describe('the draft of a template', () => {
  it('survives the round trip from request body to draft and back', () => expect(bodyOf(draftOf(BODY))).toEqual(BODY));

  it('leaves out empty values and blank lines', () => {
    const draft = draftOf({ ...BODY, fields: BODY.fields.slice(1), titles: [] });
    const body = bodyOf({ ...draft, titles: '\n  \nForm\n', columns: [] });
    expect(body.titles).toEqual(['Form']);
    expect(body.table).toBeUndefined();
    expect(body.fields[0]).toEqual({ name: 'kind', kind: 'text', labels: ['Kind'], list: ['full', 'guest, paying'] });
  });

  it('is a valid request body once its names are filled in', () => {
    const draft = emptyDraft();
    const filled = { ...draft, name: 'Form', fields: draft.fields.map((field) => ({ ...field, name: 'contact' })) };
    expect(templateBodySchema.safeParse(bodyOf(filled)).success).toBe(true);
  });
});

describe('a name from a label', () => {
  it.each([
    ['Mitglied Nr.', 'mitglied_nr'],
    ['  Größe (cm) ', 'grosse_cm'],
    ['2nd Contact', 'nd_contact'],
    ['№', 'no'],
    ['番号', ''],
  ])('%j becomes %j', (label, name) => expect(nameFromLabel(label)).toBe(name));
});

it('a row moves by one, and stays in the list', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});
