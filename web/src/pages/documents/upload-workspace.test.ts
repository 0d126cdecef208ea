import { expect, test } from 'vitest';
import { uploadWorkspaceId } from './upload-workspace.ts';

const places = [{ id: 'wsp_1' }, { id: 'wsp_2' }];

test('files go to the chosen workspace, else to the filtered one, else to none', () => {
  expect(uploadWorkspaceId(null, undefined, places, true)).toBeNull();
  expect(uploadWorkspaceId(null, 'wsp_2', places, true)).toBe('wsp_2');
  expect(uploadWorkspaceId('wsp_1', 'wsp_2', places, true)).toBe('wsp_1');
  expect(uploadWorkspaceId('', 'wsp_2', places, true)).toBeNull();
});

test('files never go to a workspace the person may not upload to', () => {
  expect(uploadWorkspaceId('wsp_9', 'wsp_8', places, true)).toBeNull();
  expect(uploadWorkspaceId('', undefined, places, false)).toBe('wsp_1');
  expect(uploadWorkspaceId(null, 'wsp_2', places, false)).toBe('wsp_2');
});
