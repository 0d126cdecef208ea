import { describe, expect, it } from 'vitest';
import { pageAfterSignIn } from './after-sign-in.ts';

describe('pageAfterSignIn', () => {
  it('returns to the requested page', () => {
    expect(pageAfterSignIn('/documents?status=failed#x')).toBe('/documents?status=failed#x');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'documents',
    '',
  ])('never leaves the application for %j', (next) => expect(pageAfterSignIn(next)).toBe('/documents'));

  it.each([undefined, '/login?next=/login', '/sign-in#error=conflict', '/register'])('does not loop for %j', (next) => {
    expect(pageAfterSignIn(next)).toBe('/documents');
  });
});
