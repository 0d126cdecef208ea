import { expect, test } from 'vitest';
import { readDocument } from '#engine/read/index';
import { readerlessHost } from '#engine/testing/readerless-host';
import { linesOf } from '#engine/testing/text-of-pages';
import { docxFile, paragraphXml, zipOf } from '../office/office-for-tests.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const read = (bytes: Uint8Array) => readDocument(bytes, readerlessHost);
const UBL = (id: string) =>
  `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:c="c"><c:ID>${id}</c:ID></Invoice>`;

interface Attached {
  readonly name: string;
  readonly type?: string;
  readonly bytes: Uint8Array;
  readonly headers?: string;
}

function mailOf(text: string, attached: readonly Attached[]): Uint8Array {
  const parts = attached.map(
    ({ name, type = 'application/octet-stream', bytes, headers = 'Content-Disposition: attachment' }) =>
      `--b\r\nContent-Type: ${type}; name="${name}"\r\n${headers}; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}\r\n`,
  );
  return utf8(
    `From: Acme <billing@acme.example>\r\nSubject: Your bill\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n${parts.join('')}--b--\r\n`,
  );
}

const letter = (text: string) => docxFile(paragraphXml(text));

test('the files attached to a mail are the document, not the words around them', async () => {
  const outcome = await read(mailOf('See attached', [{ name: 'bill.docx', bytes: letter('Invoice 1') }]));
  expect(linesOf(outcome)).toEqual(['Invoice 1']);
  expect(outcome).toMatchObject({ document: { mediaType: 'message/rfc822', pages: [{ file: 'bill.docx' }] } });
});

test('a mail without files is itself the document, with its head', async () => {
  expect(linesOf(await read(mailOf('Total: 5.00', [])))).toEqual([
    'Your bill',
    'From: Acme <billing@acme.example>',
    'Total: 5.00',
  ]);
});

test('several files follow each other, each a part of its own', async () => {
  const files = [
    { name: 'a.docx', bytes: letter('One') },
    { name: 'a.docx', bytes: letter('Two') },
  ];
  const outcome = await read(mailOf('', files));
  expect(linesOf(outcome)).toEqual(['One', 'Two']);
  expect(outcome).toMatchObject({
    document: {
      pages: [
        { page: 1, file: 'a.docx' },
        { page: 2, file: 'a (2).docx' },
      ],
      parts: [
        { from: 1, pages: 1 },
        { from: 2, pages: 1 },
      ],
    },
  });
});

test('an XML invoice and the only other file are one document, read from the XML', async () => {
  const files = [
    { name: 'x.docx', bytes: letter('Invoice 7') },
    { name: 'y.xml', bytes: utf8(UBL('7')) },
  ];
  const outcome = await read(mailOf('', files));
  expect(outcome).toMatchObject({ document: { structured: { fields: { invoice_number: { value: '7' } } } } });
  expect(outcome.ok && outcome.document.parts).toBeFalsy();
});

test('in an archive of several invoices each XML goes with the file of its name', async () => {
  const outcome = await read(
    zipOf({ 'a.docx': letter('A'), 'a.xml': UBL('1'), 'b.docx': letter('B'), 'b.xml': UBL('2'), '__MACOSX/x': 'y' }),
  );
  expect(outcome).toMatchObject({
    document: {
      parts: [
        { name: 'a.docx', structured: { fields: { invoice_number: { value: '1' } } } },
        { name: 'b.docx', structured: { fields: { invoice_number: { value: '2' } } } },
      ],
    },
  });
});

test('what cannot be read is named beside what could be', async () => {
  const files = [
    { name: 'good.docx', bytes: letter('One') },
    { name: 'cut.docx', bytes: letter('Two').slice(0, -30) },
    { name: 'film.mp4', bytes: utf8('\0\0\0\x18ftypisom') },
  ];
  const outcome = await read(mailOf('', files));
  expect(linesOf(outcome)).toEqual(['One']);
  const notes = outcome.ok ? (outcome.document.notes ?? []) : [];
  expect(notes.map(({ ok, detail }) => [ok, detail.split(':')[0]])).toEqual([
    [false, 'cut.docx'],
    [false, 'film.mp4'],
  ]);
});

test('a mail whose only file is damaged is damaged, with the name of the file', async () => {
  const outcome = await read(mailOf('See attached', [{ name: 'cut.zip', bytes: letter('x').slice(0, -30) }]));
  expect(outcome).toMatchObject({ ok: false, error: { code: 'damaged', message: expect.stringContaining('cut.zip') } });
});

test('logos and signatures in a mail are no documents', async () => {
  const logo = {
    name: 'logo.gif',
    type: 'image/gif',
    bytes: utf8('GIF89a'),
    headers: 'Content-ID: <logo>\r\nContent-Disposition: inline',
  };
  const signature = { name: 'smime.p7s', type: 'application/pkcs7-signature', bytes: new Uint8Array([48, 1, 2, 3]) };
  const outcome = await read(mailOf('Total: 5.00', [logo, signature]));
  expect(linesOf(outcome)).toContain('Total: 5.00');
  expect(outcome.ok && outcome.document.notes).toBeFalsy();
});

test('archives in archives are not opened', async () => {
  const outcome = await read(zipOf({ 'inner.zip': zipOf({ 'a.txt': 'one' }), 'b.txt': 'two' }));
  expect(linesOf(outcome)).toEqual(['two']);
});

test('mails in mails end at a depth', async () => {
  let mail = mailOf('deep', []);
  for (let depth = 0; depth < 6; depth++) mail = mailOf('', [{ name: 'm.eml', type: 'message/rfc822', bytes: mail }]);
  expect(await read(mail)).toMatchObject({ ok: false, error: { code: 'too_large' } });
});
