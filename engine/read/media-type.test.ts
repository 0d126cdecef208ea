import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectMediaType } from './media-type.ts';

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
    ['From: a@b.example\r\nSubject: Invoice\r\n\r\nHello', 'message/rfc822'],
    ['{"total": 1}', 'application/json'],
    ['Dear customer,', 'text/plain'],
    ['PK\x03\x04....word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['PK\x03\x04....other', 'application/zip'],
    ['\x01\x02\x03\x04', 'application/octet-stream'],
  ])('%j is %s', (content, expected) => {
    expect(detectMediaType(bytes(content))).toBe(expected);
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
