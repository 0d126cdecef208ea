import { expect, test } from 'vitest';
import { uploadPlace } from './upload-place.ts';

const places = [{ id: 'wsp_1' }, { id: 'wsp_2' }];

test('files go where the person chose, else where they look, else nowhere in particular', () => {
  expect(uploadPlace(null, undefined, places, true)).toBeNull();
  expect(uploadPlace(null, 'wsp_2', places, true)).toBe('wsp_2');
  expect(uploadPlace('wsp_1', 'wsp_2', places, true)).toBe('wsp_1');
  expect(uploadPlace('', 'wsp_2', places, true)).toBeNull();
});

test('files never go where this person may put none', () => {
  expect(uploadPlace('wsp_9', 'wsp_8', places, true)).toBeNull();
  expect(uploadPlace('', undefined, places, false)).toBe('wsp_1');
  expect(uploadPlace(null, 'wsp_2', places, false)).toBe('wsp_2');
});
