import { describe, expect, test } from 'vitest';
import { isAllowedOutbound } from './outbound-url.ts';

const NONE: ReadonlySet<string> = new Set();

describe('isAllowedOutbound', () => {
  test.each([
    'https://accounts.google.com/.well-known/openid-configuration',
    'https://8.8.8.8/',
    'https://[2606:4700::1]/',
    'https://[2a00:1450:4001:82a::200e]/',
    'https://[::ffff:8.8.8.8]/',
    'https://192.0.1.1/',
    'https://examplelocal.com/',
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
    // One address of every entry in the IANA special-purpose registries.
    'https://0.1.2.3/',
    'https://100.127.255.255/',
    'https://172.31.255.255/',
    'https://192.0.0.170/',
    'https://192.0.2.7/',
    'https://192.31.196.1/',
    'https://192.52.193.1/',
    'https://192.88.99.2/',
    'https://192.175.48.1/',
    'https://198.19.255.255/',
    'https://198.51.100.7/',
    'https://203.0.113.7/',
    'https://239.255.255.250/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::10.0.0.1]/',
    'https://[::ffff:0:10.0.0.1]/',
    'https://[64:ff9b::10.0.0.1]/',
    'https://[64:ff9b:1::10.0.0.1]/',
    'https://[64:ff9b:1:ffff::8.8.8.8]/',
    'https://[100::1]/',
    'https://[100:0:0:1::1]/',
    'https://[2001::1]/',
    'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'https://[2001:20::1]/',
    'https://[2001:db8::1]/',
    'https://[2002:7f00:1::]/',
    'https://[2002:a00:1::1]/',
    'https://[2620:4f:8000::1]/',
    'https://[3fff:fff::1]/',
    'https://[5f00::1]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[2606:4700::5efe:10.0.0.1]/',
    'https://[2606:4700::200:5efe:a00:1]/',
    'https://①②⑦.0.0.1/',
    'https://127.0.0.1./',
    'https://printer.localdomain/',
    'https://router.home.arpa/',
    'https://db.corp/',
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
