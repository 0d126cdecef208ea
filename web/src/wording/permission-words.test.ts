import { expect, test } from 'vitest';
import { permissionLine } from './permission-words.ts';

test('on a document the group goes without saying', () => {
  expect(permissionLine('document', ['documents.read', 'documents.update'])).toBe('read, update');
});

test('where there are two groups each stands before its own', () => {
  expect(permissionLine('workspace', ['workspaces.read', 'documents.read', 'documents.update'])).toBe(
    'workspaces: read · documents: read, update',
  );
  expect(permissionLine('workspace', ['workspaces.manage'])).toBe('workspaces: manage');
});
