import { expect, test } from 'vitest';
import { forgetInvitation, openInvitation } from './invitation-token.ts';

function tab() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('an invitation survives sign-in, until it is accepted', () => {
  const memory = tab();
  expect(openInvitation('#token=nc_link_1', memory)).toBe('nc_link_1');
  expect(openInvitation('', memory)).toBe('nc_link_1');
  forgetInvitation(memory);
  expect(openInvitation('', memory)).toBe('');
});

test('the last opened link counts, in its own tab only', () => {
  const memory = tab();
  openInvitation('#token=nc_link_1', memory);
  expect(openInvitation('#token=nc_link_2', memory)).toBe('nc_link_2');
  expect(openInvitation('', tab())).toBe('');
});
