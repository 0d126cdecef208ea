import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '#core/domain/audit-actions';
import { auditWords, targetAddress } from './audit-words.ts';

describe('the words of the audit log', () => {
  it.each([
    ['api_key.created', 'API key created'],
    ['document.first_approved', 'Document first approved'],
    ['organization.sign_in_policy_changed', 'Organization sign in policy changed'],
  ])('%s is %s', (action, words) => expect(auditWords(action)).toBe(words));

  it('every action is spelled out', () => {
    for (const action of AUDIT_ACTIONS) expect(auditWords(action)).toMatch(/^[A-Z][A-Za-z ]+$/);
  });

  it('documents that can be opened and templates lead to their page, whatever their id', () =>
    expect([
      targetAddress({ kind: 'document', id: 'doc_1', name: 'a.pdf' }),
      targetAddress({ kind: 'document', id: 'doc_1' }),
      targetAddress({ kind: 'template', id: 'a/b' }),
      targetAddress({ kind: 'sun', id: '1' }),
    ]).toEqual(['/documents/doc_1', null, '/templates/a%2Fb', null]));
});
