import { describe, expect, it } from 'vitest';
import type { ApiKeyView } from '#core/contract/api-keys';
import { changeOf, creationOf, newTerms, termsOf } from './key-terms.ts';

const KEY: ApiKeyView = {
  id: 'key_1',
  name: 'Import',
  prefix: 'nc_abc',
  status: 'active',
  permissions: ['documents.create', 'documents.read'],
  allowed_networks: ['203.0.113.0/24'],
  workspace_id: 'wsp_1',
  created_by: 'usr_1',
  created_at: '2026-01-01T00:00:00Z',
  expires_at: null,
  last_used_at: null,
  revoked_at: null,
};

describe('the API key form', () => {
  it('starts with the default permissions that the person holds', () => {
    expect([...newTerms(['documents.read', 'members.read']).permissions]).toEqual(['documents.read']);
  });

  it('leaves empty fields out of the request, and expires at the end of the last day', () => {
    const terms = { ...newTerms(['documents.read']), name: ' Import ' };
    expect(creationOf(terms)).toEqual({ name: 'Import', permissions: ['documents.read'] });
    const end = creationOf({ ...terms, expires_at: '2026-12-31' }).expires_at ?? '';
    expect(new Date(end)).toEqual(new Date(2027, 0, 1));
  });

  it('sends nothing when nothing changed, whatever the order of the permissions', () => {
    expect(changeOf(KEY, termsOf(KEY))).toEqual({});
    expect(changeOf({ ...KEY, permissions: KEY.permissions.toReversed() }, termsOf(KEY))).toEqual({});
  });

  it('sends only the changed fields, and null for an emptied restriction', () => {
    const terms = termsOf(KEY);
    expect(changeOf(KEY, { ...terms, allowed_networks: ' 10.0.0.1\n10.0.0.2 ' })).toEqual({
      allowed_networks: ['10.0.0.1', '10.0.0.2'],
    });
    expect(changeOf(KEY, { ...terms, allowed_networks: '', workspace_id: '' })).toEqual({
      allowed_networks: null,
      workspace_id: null,
    });
    expect(changeOf(KEY, { ...terms, permissions: new Set(['documents.read']) })).toEqual({
      permissions: ['documents.read'],
    });
  });
});
