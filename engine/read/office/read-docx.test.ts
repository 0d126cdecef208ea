import { expect, test } from 'vitest';
import { readerlessHost } from '#engine/testing/readerless-host';
import { linesOf } from '#engine/testing/text-of-pages';
import { docxFile, paragraphXml, tableXml } from './office-for-tests.ts';
import { readDocx } from './read-docx.ts';

const read = (bytes: Uint8Array) => readDocx(bytes, readerlessHost);

test('paragraphs and the cells of tables stand in reading order, columns one below the other', async () => {
  const rows = [
    ['Description', 'Amount'],
    ['Consulting', '2,400.00'],
  ];
  const outcome = await read(docxFile(paragraphXml('Invoice') + tableXml(rows) + paragraphXml('Thank you')));
  expect(linesOf(outcome)).toEqual(['Invoice', 'Description | Amount', 'Consulting | 2,400.00', 'Thank you']);
  const words = outcome.ok ? (outcome.document.pages[0]?.words ?? []) : [];
  const left = (text: string) => words.find((word) => word.text === text)?.box[0];
  expect(left('Amount')).toBe(left('2,400.00'));
});

test('the header stands above the text and the footer below it, each once', async () => {
  const part = (text: string) => `<w:hdr>${paragraphXml(text)}</w:hdr>`;
  const section = '<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>';
  const relations =
    '<Relationships><Relationship Id="h" Target="header1.xml"/><Relationship Id="f" Target="footer1.xml"/></Relationships>';
  const outcome = await read(
    docxFile(paragraphXml('Body') + section + section, {
      'word/header1.xml': part('Acme Ltd'),
      'word/footer1.xml': part('VAT GB123'),
      'word/_rels/document.xml.rels': relations,
    }),
  );
  expect(linesOf(outcome)).toEqual(['Acme Ltd', 'Body', 'VAT GB123']);
});

test('deleted, hidden and doubled text is not read', async () => {
  const deleted = '<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>new</w:t></w:r></w:p>';
  const hidden = paragraphXml('secret', '<w:vanish/>');
  const doubled = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  expect(linesOf(await read(docxFile(deleted + hidden + doubled)))).toEqual(['new', 'box']);
});

test('a word set in two styles is one word, and tabs part a line', async () => {
  const split =
    '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Inv</w:t></w:r><w:r><w:t>oice</w:t><w:tab/><w:t>4711</w:t></w:r></w:p>';
  expect(linesOf(await read(docxFile(split)))).toEqual(['Invoice | 4711']);
});

test('styles decide weight and size', async () => {
  const styles =
    '<w:styles><w:style w:styleId="Base"><w:rPr><w:sz w:val="40"/></w:rPr></w:style><w:style w:styleId="Title"><w:basedOn w:val="Base"/><w:rPr><w:b/></w:rPr></w:style></w:styles>';
  const outcome = await read(
    docxFile('<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Invoice</w:t></w:r></w:p>', {
      'word/styles.xml': styles,
    }),
  );
  expect(outcome).toMatchObject({ document: { pages: [{ words: [{ text: 'Invoice', bold: true, size: 20 }] }] } });
});

test('a cut-off file is damaged and a file without text is empty', async () => {
  const bytes = docxFile(paragraphXml('x'));
  expect(await read(bytes.slice(0, -40))).toMatchObject({ ok: false, error: { code: 'damaged' } });
  expect(await read(docxFile(''))).toMatchObject({ ok: false, error: { code: 'empty' } });
});
