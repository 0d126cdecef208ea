import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectMediaType } from './media-type.ts';
import { zipOf } from './office/office-for-tests.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('detectMediaType', () => {
  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['junk before\n%PDF-1.4\n', 'application/pdf'],
    ['%\xe2\xe3\n3 0 obj\n<</Type /Page>>\nendobj\n%%EOF', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['RIFF\0\0\0\0WEBP', 'image/webp'],
    ['RIFF\0\0\0\0WAVE', 'audio/wav'],
    ['II*\0', 'image/tiff'],
    ['MM\0*', 'image/tiff'],
    ['<?xml version="1.0"?><Invoice/>', 'application/xml'],
    ['\xef\xbb\xbf\n<rsm:CrossIndustryInvoice xmlns:rsm="x">', 'application/xml'],
    ['\xff\xfe<\0a\0/\0>\0', 'application/xml'],
    ['<!DOCTYPE html><html>', 'text/html'],
    ['<table><tr><td>1</td></tr></table>', 'text/html'],
    ['From: a@b.example\r\nSubject: Invoice\r\n\r\nHello', 'message/rfc822'],
    [
      'Received: from mx.example\r\n by b.example\r\nDate: Sat, 2 Mar 2024 10:00:00 +0000\r\n\r\nHello',
      'message/rfc822',
    ],
    ['CORNER SHOP\nDate: 12/05/2024\n\nMilk 2.00\nTotal 5.00\n', 'text/plain'],
    ['Date: 12/05/2024\nTo: Meadow Studio\n\nTotal 5.00\n', 'text/plain'],
    ['Memo\nFrom: the board\nSubject: travel\n\nText', 'text/plain'],
    ['{"total": 1}', 'application/json'],
    ['Dear customer,', 'text/plain'],
    ['id;name\n1;Ann\n2;Bob', 'text/csv'],
    ['PK\x03\x04....other', 'application/zip'],
    ['0\x80\x06\x09*\x86H\x86\xf7\r\x01\x07\x02\xa0\x80', 'application/pkcs7-mime'],
    [
      btoa('0\x82\x10\x00\x06\x09*\x86H\x86\xf7\r\x01\x07\x02\xa0\x82\x0f\x00\x30\x82\x0f\x00\x02\x01\x01'),
      'application/pkcs7-mime',
    ],
    ['\x01\x02\x03\x04', 'application/octet-stream'],
  ])('%j is %s', (content, expected) => {
    expect(detectMediaType(bytes(content))).toBe(expected);
  });

  it('tells office files apart by the names in them, wherever those stand', () => {
    const filler = { 'customXml/item1.xml': new Uint8Array(9_000) };
    const docx = zipOf({ ...filler, 'word/document.xml': '<a/>', 'word/embeddings/xl/workbook.xml': '' });
    const xlsx = zipOf({ ...filler, 'xl/workbook.xml': '<a/>' });
    expect([detectMediaType(docx), detectMediaType(xlsx), detectMediaType(zipOf(filler))]).toEqual([
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/zip',
    ]);
  });

  it('finds nothing in no bytes, white space and zeros', () => {
    expect([detectMediaType(bytes('')), detectMediaType(bytes(' \r\n\t')), detectMediaType(bytes('\0\0'))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('answers for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (data) => void detectMediaType(data)));
  });
});
