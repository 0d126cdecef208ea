import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readerlessHost } from '../../testing/readerless-host.ts';
import { hasShallowContent } from './content-depth.ts';

const stream = (dictionary: string, data: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`4 0 obj\n<</Length ${data.length}${dictionary}>>\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const plain = (content: string) => stream('', Buffer.from(content));
const packed = (content: string) => stream('/Filter/FlateDecode', deflateSync(content));
const isShallow = (...parts: Uint8Array[]) => hasShallowContent(Buffer.concat(parts), readerlessHost);

const PAGE = 'q 1 0 0 1 0 0 cm BT (Invoice) Tj ET Q\n';

test('pages that close what they open are shallow, however many', async () => {
  expect(await isShallow(plain(PAGE), packed(PAGE.repeat(50_000)))).toBe(true);
});

test('states left open are found: plain, packed, and in many small streams', async () => {
  expect(await isShallow(plain('q '.repeat(5_000)))).toBe(false);
  expect(await isShallow(plain(PAGE), packed('q\n'.repeat(500_000)))).toBe(false);
  expect(await isShallow(...Array.from({ length: 40 }, () => packed('q '.repeat(50))))).toBe(false);
});

test('a picture is not looked into; what else cannot be is not cleared', async () => {
  expect(await isShallow(stream('/Subtype/Image/Filter/DCTDecode', Buffer.from('q '.repeat(5_000))))).toBe(true);
  expect(await isShallow(stream('/Filter/ASCIIHexDecode', Buffer.from('7120')))).toBe(false);
  expect(await isShallow(stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync('q '))))).toBe(false);
  expect(await isShallow(Buffer.from('<</Encrypt 9 0 R>>'), plain(PAGE))).toBe(false);
});
