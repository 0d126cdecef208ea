import { expect, test } from 'vitest';
import { extract } from '#engine/index';
import { renderPage } from '#engine/render/page';
import { createEngineHost } from './engine-host.ts';

/** A 300 × 200 point page with lines of text, as a minimal PDF. */
function letterPdf(lines: readonly string[] = ['Total 136.95 EUR'], size = 18): Uint8Array {
  const content = lines.map((line, row) => `BT /F1 ${size} Tf 30 ${120 - 24 * row} Td (${line}) Tj ET`).join(' ');
  return new TextEncoder().encode(
    [
      '%PDF-1.4',
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
      '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R',
      '/Resources << /Font << /F1 5 0 R >> >> >> endobj',
      `4 0 obj << /Length ${content.length} >> stream`,
      content,
      'endstream endobj',
      '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj',
      'trailer << /Root 1 0 R >>',
      '%%EOF',
    ].join('\n'),
  );
}

/** Starts three modules and two models, which takes half a minute on a busy machine. */
const STARTING = { timeout: 300_000 };

test(
  'a picture is read inside the Worker, before and after a PDF, and its own page can be shown',
  STARTING,
  async () => {
    const failed: string[] = [];
    const host = { ...createEngineHost(), degraded: (part: string) => void failed.push(part) };
    const drawn = await renderPage(letterPdf(), 1, { maxPixels: 1_000_000, width: 900 }, host);
    if (!drawn.ok) throw new Error(drawn.error.message);
    for (const _ of ['first', 'again']) {
      const read = await extract({ bytes: drawn.png }, host);
      expect(read).toMatchObject({
        ok: true,
        result: { method: 'ocr', pages: [{ source: 'ocr', unit: 'px', width: 900 }] },
      });
      expect(read.ok && read.words[0]?.map(({ text }) => text)).toEqual(['Total', '136.95', 'EUR']);
      expect(await extract({ bytes: letterPdf() }, host)).toMatchObject({ ok: true, result: { method: 'text-layer' } });
    }
    expect(await renderPage(drawn.png, 1, { maxPixels: 1_000_000 }, host)).toMatchObject({
      ok: true,
      width: 900,
      height: 600,
    });
    // The second recognizer and the barcode decoder ran too.
    expect(failed).toEqual([]);
  },
);

test('the WebP decoder runs inside the Worker', async () => {
  const file = 'UklGRkAAAABXRUJQVlA4TDMAAAAvF8ABEB8gECA0SdQrSCBAKFGkVKWQgDDCLP+TMfMfAP2nBMJso0me5CT3P4KI/ofWeAIA';
  const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
  const shown = await renderPage(bytes, 1, { maxPixels: 1_000_000 }, createEngineHost());
  expect(shown).toMatchObject({ ok: true, width: 24, height: 8 });
});

test('a picture in German is read in German, whatever was read before', STARTING, async () => {
  const host = createEngineHost();
  const lines = ['Rechnung der B\\344ckerei und M\\374hle M\\374ller', 'Wir liefern mit der Ware die Gr\\374\\337e'];
  const options = { maxPixels: 1_000_000, width: 900 };
  for (const [page, text] of [
    [letterPdf(), 'Total 136.95 EUR'],
    [letterPdf(lines, 11), 'Rechnung der Bäckerei und Mühle Müller Wir liefern mit der Ware die Grüße'],
    [letterPdf(), 'Total 136.95 EUR'],
  ] as const) {
    const drawn = await renderPage(page, 1, options, host);
    if (!drawn.ok) throw new Error(drawn.error.message);
    const read = await extract({ bytes: drawn.png }, host);
    expect(read.ok && read.words[0]?.map((word) => word.text).join(' ')).toBe(text);
  }
});
