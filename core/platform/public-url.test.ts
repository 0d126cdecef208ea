import { expect, test } from 'vitest';
import { readPublicUrl } from './public-url.ts';

test('an origin is taken as it is, a trailing slash aside', () => {
  expect(readPublicUrl('https://app.example.com', 'production')).toBe('https://app.example.com');
  expect(readPublicUrl('https://app.example.com/', 'production')).toBe('https://app.example.com');
  expect(readPublicUrl('http://localhost:4500', 'development')).toBe('http://localhost:4500');
});

test('production has no address of its own to guess', () => {
  expect(readPublicUrl(undefined, 'production')).toBeNull();
  expect(readPublicUrl('', 'development')).toBe('http://localhost:8787');
});

test.each(['app.example.com', 'https://a.test/path', 'https://a.test?x', 'javascript:alert(1)', 'https://u:p@a.test'])(
  '%s is refused by name',
  (value) => expect(() => readPublicUrl(value, 'development')).toThrow(/PUBLIC_URL/),
);

test('a mailed link in production is never plain http', () => {
  expect(() => readPublicUrl('http://app.example.com', 'production')).toThrow(/PUBLIC_URL/);
});
