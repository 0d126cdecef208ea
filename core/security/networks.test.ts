import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInNetworks, type Network, parseNetwork } from './networks.ts';

const network = (text: string): Network => {
  const parsed = parseNetwork(text);
  if (!parsed) throw new Error(`${text} is no network`);
  return parsed;
};
const octet = fc.integer({ min: 0, max: 255 });
const octets = fc.tuple(octet, octet, octet, octet);

describe('networks', () => {
  test.each([
    ['192.0.2.0/24', '192.0.2.255', true],
    ['192.0.2.0/24', '192.0.3.0', false],
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.7', '192.0.2.8', false],
    ['192.0.2.0/24', '::ffff:192.0.2.9', true],
    ['192.0.2.0/24', '::ffff:c000:209', true],
    ['::ffff:192.0.2.0/120', '192.0.2.9', true],
    ['0.0.0.0/0', '203.0.113.9', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['2001:db8::/33', '2001:db8:8000::1', false],
    ['::1', '0:0:0:0:0:0:0:1', true],
    ['::/0', '10.0.0.1', true],
    ['10.0.0.0/8', 'not an address', false],
    ['10.0.0.0/8', '', false],
    ['10.0.0.0/8', '10.0.0.1, 10.0.0.2', false],
  ])('%s and %s: %s', (list, address, inside) => {
    expect(isInNetworks(address, [network(list)])).toBe(inside);
  });

  test.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.01',
    '010.0.0.1',
    '10.0.0.1/8',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '2001:db8::1/32',
    '2001:db8::/129',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'fe80::1%eth0',
    ':::',
    '0x7f.0.0.1',
    '2130706433',
  ])('%j is no network', (text) => expect(parseNetwork(text)).toBeNull());

  test('every address lies in the networks its own prefixes make, and its neighbour beyond the prefix does not', () => {
    fc.assert(
      fc.property(octets, fc.integer({ min: 1, max: 32 }), (bytes, prefix) => {
        const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
        const size = 2 ** (32 - prefix);
        const start = Math.floor(value / size) * size;
        const text = (address: number) => [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
        const own = network(`${text(start)}/${prefix}`);
        expect(isInNetworks(text(value), [own])).toBe(true);
        const beyond = (start + size) % 2 ** 32;
        if (beyond !== start) expect(isInNetworks(text(beyond), [own])).toBe(false);
      }),
    );
  });
});
