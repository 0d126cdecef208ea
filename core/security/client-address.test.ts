import { describe, expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';
import { parseNetwork } from './networks.ts';

const PROXIES = ['10.0.0.0/8', '2001:db8:1::/48', '127.0.0.1'].flatMap((text) => parseNetwork(text) ?? []);

describe('the address of a client', () => {
  test.each([
    ['nobody is trusted', '198.51.100.7', '203.0.113.1', []],
    ['the peer is no proxy of ours', '198.51.100.7', '203.0.113.1', PROXIES],
    ['the peer only claims to be one', '198.51.100.7', '10.0.0.1', PROXIES],
    ['the proxy says nothing', '198.51.100.7', undefined, PROXIES],
  ] as const)('is that of the peer where %s', (_name, peer, forwardedFor, trusted) => {
    expect(clientAddress(peer, forwardedFor, trusted)).toBe(peer);
  });

  test.each([
    ['one proxy', '10.0.0.1', '203.0.113.1', '203.0.113.1'],
    ['one proxy on this machine', '::ffff:127.0.0.1', '203.0.113.1', '203.0.113.1'],
    ['two proxies', '10.0.0.1', '203.0.113.1, 10.9.9.9', '203.0.113.1'],
    ['a client that made up hops of its own', '10.0.0.1', '127.0.0.1, 192.0.2.1, 203.0.113.1', '203.0.113.1'],
    ['a client that made up a trusted proxy', '10.0.0.1', '192.0.2.66, 203.0.113.1, 10.0.0.2', '203.0.113.1'],
    ['ports and blanks', '10.0.0.1', ' 203.0.113.1:4711 , 10.0.0.2:80', '203.0.113.1'],
    ['IPv6 with a port', '2001:db8:1::7', '[2606:4700::1]:443', '2606:4700::1'],
    ['IPv6', '2001:db8:1::7', '2606:4700::1', '2606:4700::1'],
    ['a mapped address', '10.0.0.1', '::ffff:203.0.113.1', '203.0.113.1'],
    ['proxies only', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['a word in front', '10.0.0.1', 'unknown', '10.0.0.1'],
    ['a word behind the last proxy', '10.0.0.1', '203.0.113.1, hidden, 10.0.0.2', '10.0.0.2'],
  ])('behind %s is the last one that is no proxy of ours', (_name, peer, forwardedFor, expected) => {
    expect(clientAddress(peer, forwardedFor, PROXIES)).toBe(expected);
  });
});
