import { describe, expect, test } from 'vitest';
import { isAllowedOutbound } from './outbound-url.ts';

const NONE: ReadonlySet<string> = new Set();

describe('isAllowedOutbound', () => {
  test.each([
    'https://accounts.google.com/.well-known/openid-configuration',
    'https://8.8.8.8/',
    'https://[2606:4700::1]/',
  ])('%s is public', (address) => {
    expect(isAllowedOutbound(address, NONE)).toBe(true);
  });

  test.each([
    'http://accounts.google.com/',
    'https://localhost/',
    'https://idp.localhost/',
    'https://metadata.google.internal/',
    'https://intranet/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://10.0.0.8/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://user:secret@accounts.google.com/',
    'ftp://accounts.google.com/',
    'file:///etc/passwd',
    'no address',
  ])('%s is not', (address) => {
    expect(isAllowedOutbound(address, NONE)).toBe(false);
  });

  test('a test may name one port of this machine, and opens no other by it', () => {
    const allow = new Set(['localhost:9100']);
    expect(isAllowedOutbound('http://localhost:9100/token', allow)).toBe(true);
    expect(isAllowedOutbound('http://localhost:9101/token', allow)).toBe(false);
  });
});
