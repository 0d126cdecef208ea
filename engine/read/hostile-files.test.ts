import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerlessHost } from '../testing/readerless-host.ts';
import { readDocument } from './index.ts';
import { docxFile, paragraphXml, tableXml, xlsxFile, zipOf } from './office/office-for-tests.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => readDocument(bytes, readerlessHost);

const SOUND: readonly (readonly [string, Uint8Array])[] = [
  [
    'DOCX',
    docxFile(
      paragraphXml('Invoice 4711') +
        tableXml([
          ['a', 'b'],
          ['1', '2'],
        ]),
    ),
  ],
  [
    'XLSX',
    xlsxFile([{ name: 'A', data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>' }], ['x']),
  ],
  ['ZIP', zipOf({ 'a.txt': 'Invoice 4711', 'b.html': '<p>one</p>' })],
  ['HTML', utf8('<html><table><tr><td rowspan="2">a</td><td>b</td></tr></table></html>')],
  ['CSV', utf8('a;"b;c"\n1;2\n3;4')],
  [
    'mail',
    utf8(
      'From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n--x--',
    ),
  ],
];

describe.each(SOUND)('%s', (_name, sound) => {
  test('is read', async () => {
    expect(await read(sound)).toMatchObject({ ok: true });
  });

  test('changed or cut off anywhere it ends as a result or as an error that says why', async () => {
    const change = fc.record({ at: fc.nat(sound.length - 1), value: fc.nat(255), cut: fc.nat(sound.length) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), async (changes, cuts) => {
        const bytes = sound.slice();
        for (const { at, value } of changes) bytes[at] = value;
        const outcome = await read(cuts ? bytes.slice(0, changes[0]?.cut) : bytes);
        if (!outcome.ok) expect(outcome.error.message).not.toBe('');
      }),
      { numRuns: 120 },
    );
  });
});

/** Small files that require a lot of work; each finishes within a few seconds on a busy machine. */
const COSTLY: readonly (readonly [string, () => Uint8Array])[] = [
  [
    'a row of very many cells above very many rows of one',
    () => utf8(`${'1;'.repeat(90_000)}\n${'1\n'.repeat(90_000)}`),
  ],
  ['tables in tables without an end', () => utf8(`<html>${'<table><tr><td>x'.repeat(20_000)}`)],
  [
    'cells over very many rows and columns',
    () => utf8(`<html><table>${'<tr><td rowspan=65000 colspan=1000>x'.repeat(3_000)}`),
  ],
  ['elements that are never closed', () => utf8(`<html>${'<div><b>'.repeat(100_000)}x`)],
  ['one line of tabs', () => utf8(`x${'\t'.repeat(2_000_000)}y`)],
  [
    'a sheet with cells far apart',
    () => {
      const row = (r: number) =>
        `<row r="${r}"><c r="A${r}" t="inlineStr"><is><t>a text that flows over</t></is></c><c r="XFD${r}"><v>1</v></c></row>`;
      const columns = `<row r="1">${Array.from({ length: 3_000 }, () => '<c><v>1</v></c>').join('')}</row>`;
      const data = columns + Array.from({ length: 3_000 }, (_, index) => row(index + 2)).join('');
      return xlsxFile([{ name: 'A', data, rest: `<cols>${'<col min="1" max="16384"/>'.repeat(2_000)}</cols>` }]);
    },
  ],
  ['parts of an office file that are never closed', () => docxFile('<w:p>'.repeat(200_000))],
  [
    'entities that name entities',
    () =>
      docxFile(
        `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${paragraphXml('&b;'.repeat(1000))}`,
      ),
  ],
];

test.each(COSTLY)('%s: small files do not cost much', async (_name, make) => {
  const bytes = make();
  // Processor time, which load on the machine does not change.
  const start = process.cpuUsage();
  const outcome = await read(bytes);
  if (!outcome.ok) expect(['too_large', 'damaged', 'empty']).toContain(outcome.error.code);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1_000).toBeLessThan(10_000);
});
