import { expect, test } from 'vitest';
import { readerlessHost } from '#engine/testing/readerless-host';
import { linesOf } from '#engine/testing/text-of-pages';
import { xlsxFile } from './office-for-tests.ts';
import { readXlsx } from './read-xlsx.ts';

const read = (bytes: Uint8Array) => readXlsx(bytes, readerlessHost);
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="#,##0.00 &quot;EUR&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';

test('cells are shown as the spreadsheet shows them: texts, dates, amounts', async () => {
  const data =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>45365</v></c><c r="B2" s="2"><v>1234.5</v></c></row>';
  const outcome = await read(xlsxFile([{ name: 'A', data }], ['Date', 'Amount'], STYLES));
  expect(linesOf(outcome)).toEqual(['Date | Amount', '2024-03-14 | 1,234.50 EUR']);
});

test('each sheet that is shown starts a page; hidden sheets, rows and columns are not read', async () => {
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const first = `<row r="1">${text('A1', 'one')}${text('B1', 'secret')}</row><row r="2" hidden="1">${text('A2', 'secret')}</row>`;
  const outcome = await read(
    xlsxFile([
      { name: 'A', data: first, rest: '<cols><col min="2" max="2" hidden="1"/></cols>' },
      { name: 'B', data: `<row r="1">${text('A1', 'secret')}</row>`, state: 'hidden' },
      { name: 'C', data: `<row r="1">${text('A1', 'two')}</row>` },
    ]),
  );
  expect(linesOf(outcome)).toEqual(['one', 'two']);
  expect(outcome).toMatchObject({ document: { pages: [{ page: 1, laid_out: true }, { page: 2 }] } });
});

test('a column stands at one place over all pages of a long sheet', async () => {
  const rows = Array.from(
    { length: 200 },
    (_, i) => `<row r="${i + 1}"><c><v>${i}</v></c><c><v>${i * 1000}</v></c></row>`,
  );
  const outcome = await read(xlsxFile([{ name: 'A', data: rows.join('') }]));
  const pages = outcome.ok ? outcome.document.pages : [];
  const ends = new Set(pages.flatMap(({ words }) => words.map((word) => Math.round(word.box[2]))));
  expect(pages.length).toBeGreaterThan(2);
  expect(ends.size).toBe(2);
});

test('a sheet without a filled cell is empty, an archive without a workbook is damaged', async () => {
  expect(await read(xlsxFile([{ name: 'A', data: '' }]))).toMatchObject({ ok: false, error: { code: 'empty' } });
  expect(await read(new Uint8Array(40))).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
