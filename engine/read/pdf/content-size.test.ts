import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { hasOversizedContent } from './content-size.ts';

const host = nodeEngineHost();
const text = (value: string) => new TextEncoder().encode(value);

function pdfWith(content: Uint8Array, entries: string): Uint8Array {
  const packed = deflateSync(content);
  const head = text(`%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode ${entries} /Length ${packed.length} >>\nstream\n`);
  const tail = text('\nendstream\nendobj\n%%EOF');
  const bytes = new Uint8Array(head.length + packed.length + tail.length);
  bytes.set(head);
  bytes.set(packed, head.length);
  bytes.set(tail, head.length + packed.length);
  return bytes;
}

const MIB = 1024 * 1024;

it('finds content that unpacks to more than may be drawn', async () => {
  expect(await hasOversizedContent(pdfWith(new Uint8Array(40 * MIB).fill(0x20), ''), host)).toBe(true);
});

it('leaves long content within the bound alone', async () => {
  const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 2654435761) >>> 24);
  expect(await hasOversizedContent(pdfWith(noise, ''), host)).toBe(false);
});

it('leaves images alone, whatever they unpack to', async () => {
  const white = new Uint8Array(40 * MIB).fill(0xff);
  expect(await hasOversizedContent(pdfWith(white, '/Type /XObject /Subtype /Image'), host)).toBe(false);
});

it('looks into content that is packed twice', async () => {
  const twice = (content: Uint8Array) => pdfWith(deflateSync(content), '/Filter [/FlateDecode /FlateDecode]');
  expect(await hasOversizedContent(twice(new Uint8Array(40 * MIB)), host)).toBe(true);
  expect(await hasOversizedContent(twice(new TextEncoder().encode('BT (Invoice) Tj ET')), host)).toBe(false);
});
