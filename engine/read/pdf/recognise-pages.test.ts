import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { drawnPage } from '../../testing/pictures.ts';
import { readDocument } from '../index.ts';

const host = nodeEngineHost();

async function scannedPdf(stamp?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const scan = await document.embedPng(
    await drawnPage(host, 'BT /F1 16 Tf 90 250 Td (Received with thanks 42.10) Tj ET'),
  );
  const page = document.addPage([600, 400]);
  page.drawImage(scan, { x: 0, y: 0, width: 600, height: 400 });
  const font = await document.embedFont(StandardFonts.Helvetica);
  if (stamp !== undefined) page.drawText(stamp, { x: 20, y: 20, size: 8, font });
  return document.save();
}

it('recognises a page that is a scan, in points of the page', async () => {
  const outcome = await readDocument(await scannedPdf(), host);
  expect(outcome).toMatchObject({ ok: true, document: { method: 'ocr' } });
  const page = outcome.ok ? outcome.document.pages[0] : undefined;
  expect(page).toMatchObject({ unit: 'pt', source: 'ocr', width: 600, height: 400 });
  expect(page?.words.map(({ text }) => text)).toEqual(['Received', 'with', 'thanks', '42.10']);
  const [x0 = 0, , , y1 = 0] = page?.words[0]?.box ?? [];
  expect(x0).toBeCloseTo(91, -0.5);
  expect(y1).toBeCloseTo(150, -0.7);
});

it('reads a scan under a stamp of text, but leaves a page of text alone', async () => {
  const stamped = await readDocument(await scannedPdf('Scanned 1/1'), host);
  expect(stamped.ok && stamped.document.pages[0]?.source).toBe('ocr');

  const document = await PDFDocument.load(await scannedPdf());
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([600, 400]).drawText('A page with a text layer of its own', { x: 50, y: 300, size: 12, font });
  const mixed = await readDocument(await document.save(), host);
  expect(mixed).toMatchObject({ ok: true, document: { method: 'mixed' } });
  expect(mixed.ok && mixed.document.pages.map(({ source }) => source)).toEqual(['ocr', 'text-layer']);
});
