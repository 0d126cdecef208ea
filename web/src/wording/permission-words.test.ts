import { expect, test } from 'vitest';
import { permissionLine } from './permission-words.ts';

test('the group implied by the object is left out', () => {
  expect(permissionLine('document', ['documents.read', 'documents.update'])).toBe('read, update');
});

test('several groups are listed with their names', () => {
  expect(permissionLine('workspace', ['workspaces.read', 'documents.read', 'documents.update'])).toBe(
    'workspaces: read · documents: read, update',
  );
  expect(permissionLine('workspace', ['workspaces.manage'])).toBe('workspaces: manage');
});
