import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readerlessHost } from '#engine/testing/readerless-host';
import { linesOf } from '#engine/testing/text-of-pages';
import { blocksOfHtml } from './html-blocks.ts';
import { readHtml } from './read-html.ts';

const lines = async (html: string | Uint8Array) =>
  linesOf(await readHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html, readerlessHost));

test('what a browser shows is read, and nothing else', async () => {
  const html = `<html><head><title>no</title><style>p{}</style></head><body><script>no()</script><p>Total&nbsp;&euro; 5 &amp; tax</p>
    <p hidden>no</p><div style="display: none">no</div><span style="font-size:0px">no</span><!-- no --><noscript>no</noscript>
    <p>two<br>lines</p><input type="hidden" value="no"><input value="typed"></body></html>`;
  expect(await lines(html)).toEqual(['Total € 5 & tax', 'two', 'lines', 'typed']);
});

test('cells of a table are columns, also where they reach over rows and columns', async () => {
  const html = `<table><tr><th rowspan=2>Item</th><th colspan=2>Price</th></tr><tr><td>net</td><td>gross</td></tr>
    <tr><td>Pen</td><td>1.00</td><td>1.19</td></table>`;
  const outcome = await readHtml(new TextEncoder().encode(html), readerlessHost);
  expect(linesOf(outcome)).toEqual(['Item | Price', 'net | gross', 'Pen | 1.00 | 1.19']);
  const words = outcome.ok ? (outcome.document.pages[0]?.words ?? []) : [];
  const left = (text: string) => words.find((word) => word.text === text)?.box[0];
  expect([left('Price'), left('net'), left('gross')]).toEqual([left('1.00'), left('1.00'), left('1.19')]);
});

test('tables in tables, as mails are built, keep what stands beside each other', async () => {
  const inner = '<table><tr><td>Total</td><td>9.00</td></tr></table>';
  expect(await lines(`<table><tr><td>${inner}</td><td>Page 1</td></tr></table>`)).toEqual(['Total | 9.00 | Page 1']);
});

test('letters are decoded by the declared encoding where they are not UTF-8', async () => {
  const latin = Uint8Array.from('<meta charset="iso-8859-2"><p>\xb3</p>', (letter) => letter.charCodeAt(0));
  expect(await lines(latin)).toEqual(['ł']);
});

test('no markup makes the reader throw or lose visible letters', async () => {
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '<td colspan=3>',
    '</td>',
    '<p>',
    '</p>',
    '<div>',
    'x',
    '<b',
    '&#;',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const blocks = JSON.stringify(await blocksOfHtml(`x${pieces.join('')}`, () => readerlessHost.pause()));
      expect(blocks).toContain('x');
    }),
  );
});
