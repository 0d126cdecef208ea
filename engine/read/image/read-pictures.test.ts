import { describe, expect, it } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { drawing } from '../../testing/drawing.ts';
import { drawnPage, type TestPicture, tiffOf } from '../../testing/pictures.ts';
import { readDocument } from '../index.ts';
import { MAX_OCR_PAGES } from '../limits.ts';
import { decodePng } from './decode-png.ts';

const host = nodeEngineHost();

async function pageWith(text: string): Promise<TestPicture> {
  const png = await drawnPage(host, `BT /F1 20 Tf 60 300 Td (${text}) Tj ET`);
  const decoded = await decodePng(png, { channels: 1, maxPixels: 4_000_000 }, host);
  if (!decoded.ok) throw new Error(decoded.error.code);
  return decoded.picture;
}

async function errorOf(bytes: Uint8Array): Promise<string> {
  const outcome = await readDocument(bytes, host);
  return outcome.ok ? 'read' : outcome.error.code;
}

describe('picture files', () => {
  it('gives a page for each page of a TIFF, with the words of that page', async () => {
    const file = tiffOf([await pageWith('First page of the letter'), await pageWith('Second page of the letter')]);
    const outcome = await readDocument(file, host);
    expect(outcome).toMatchObject({ ok: true, document: { mediaType: 'image/tiff', method: 'ocr' } });
    const pages = outcome.ok ? outcome.document.pages : [];
    expect(pages.map(({ page, words }) => [page, words[0]?.text])).toEqual([
      [1, 'First'],
      [2, 'Second'],
    ]);
  });

  it('gives a page without readable text no words, and goes on with the next one', async () => {
    const png = await drawnPage(host, drawing('curves'));
    const picture = await decodePng(png, { channels: 1, maxPixels: 4_000_000 }, host);
    if (!picture.ok) throw new Error(picture.error.code);
    const outcome = await readDocument(tiffOf([picture.picture, await pageWith('Second page of the letter')]), host);
    const pages = outcome.ok ? outcome.document.pages : [];
    expect(pages.map(({ source, words }) => [source, words[0]?.text])).toEqual([
      ['none', undefined],
      ['ocr', 'Second'],
    ]);
  });

  it('turns a picture as its orientation tag says', async () => {
    const { width, height, pixels } = await pageWith('Upright again after turning');
    const upsideDown = { width, height, pixels: pixels.toReversed() };
    const outcome = await readDocument(tiffOf([upsideDown], 3), host);
    const page = outcome.ok ? outcome.document.pages[0] : undefined;
    expect(page?.words.map(({ text }) => text).join(' ')).toBe('Upright again after turning');
    expect(page?.tilt?.orientation ?? 1).toBe(1);
  });

  it('ends in a named error for what cannot be decoded', async () => {
    const png = await drawnPage(host, '');
    expect(await errorOf(png.slice(0, 30))).toBe('damaged');
    expect(await errorOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]))).toBe('damaged');
    expect(await errorOf(Uint8Array.from([0x49, 0x49, 42, 0, 200, 0, 0, 0]))).toBe('damaged');
    expect(await errorOf(new TextEncoder().encode('RIFF....WEBPnone......................'))).toBe('damaged');
  });

  it('refuses more pixels and more pages than fit, by the header alone', async () => {
    const header = (await drawnPage(host, '')).slice();
    new DataView(header.buffer).setUint32(16, 90_000);
    new DataView(header.buffer).setUint32(20, 90_000);
    expect(await errorOf(header)).toBe('too_large');
    const dot = { width: 1, height: 1, pixels: Uint8Array.from([255]) };
    expect(await errorOf(tiffOf(Array.from({ length: MAX_OCR_PAGES + 1 }, () => dot)))).toBe('too_large');
  });
});
