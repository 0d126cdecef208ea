import { expect, test } from 'vitest';
import { readerlessHost } from '../testing/readerless-host.ts';
import { readDocument } from './index.ts';
import { docxFile, paragraphXml, xlsxFile } from './office/office-for-tests.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function turnsOf(bytes: Uint8Array): Promise<number> {
  let turns = 0;
  await readDocument(bytes, { ...readerlessHost, pause: async () => void turns++ });
  return turns;
}

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2';
const invoice = (inside: string) => utf8(`<?xml version="1.0"?><Invoice xmlns="${UBL}">${inside}</Invoice>`);

/** Bytes that a reader may process in one step. */
const STEP = 64 * 1024;

test.each([
  ['an XML text of numeric references', invoice(`<ID>${'&#65;'.repeat(200_000)}</ID>`), 1_000_000],
  ['an XML file of small elements', invoice('<Note>x</Note>'.repeat(70_000)), 980_000],
  ['an XML text without an end', invoice(`<ID>${'A'.repeat(1_000_000)}</ID>`), 1_000_000],
  ['a page of paragraphs', utf8(`<html>${'<p>Total 5.00</p>'.repeat(60_000)}`), 1_020_000],
  ['a page of attributes', utf8(`<html><p ${'a=b '.repeat(250_000)}>x`), 1_000_000],
  [
    'a text of a word processor',
    docxFile(Array.from({ length: 9_000 }, (_, n) => paragraphXml(`Total ${n * 7919}`)).join('')),
    400_000,
  ],
  [
    'a sheet of cells',
    xlsxFile([
      {
        name: 'A',
        data: Array.from(
          { length: 9_000 },
          (_, r) => `<row r="${r + 1}"><c r="A${r + 1}"><v>${r * 7919}</v></c></row>`,
        ).join(''),
      },
    ]),
    400_000,
  ],
])('%s is read with a turn for the event loop in every step', async (_name, bytes, length) => {
  expect(await turnsOf(bytes)).toBeGreaterThanOrEqual(Math.floor(length / STEP));
});

test('open-ended elements nested without an end are damaged, and overflow no stack', async () => {
  const nested = Array.from({ length: 60_000 }, () => [0xa0, 0x80]).flat();
  const oid = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
  const bytes = Uint8Array.from([0x30, 0x80, ...oid, ...nested, ...new Array<number>(120_004).fill(0)]);
  expect(await readDocument(bytes, readerlessHost)).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
