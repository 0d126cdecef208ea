import { expect, test } from 'vitest';
import { linkToken } from './link-token.ts';

test('the token of a mailed link is read unchanged', () => {
  expect(linkToken('#token=nc_link_a-b_C')).toBe('nc_link_a-b_C');
  expect(linkToken('')).toBe('');
  expect(linkToken('#other=1')).toBe('');
});
