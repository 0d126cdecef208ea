import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, expect, it, vi } from 'vitest';
import type { EngineHost } from '#engine/model';
import { PdfiumFailed, withPdfium } from '#engine/pdfium/instance';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { drawnPage } from '../../testing/pictures.ts';
import { readDocument } from '../index.ts';
import { withPdfFile } from './pdf-file.ts';
import { buildPdf } from './pdf-for-tests.ts';

const host = nodeEngineHost();
const TEXT = 'BT /F1 12 Tf 50 300 Td (Scan to pay 118.50) Tj ET';

/** Counts the documents that pdfium opens and closes from now on. */
async function watchPdfium() {
  const pdfium = await withPdfium(host, async (shared) => shared);
  return {
    opened: vi.spyOn(pdfium.api, 'FPDF_LoadMemDocument'),
    closed: vi.spyOn(pdfium.api, 'FPDF_CloseDocument'),
  };
}

async function scannedPdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const scan = await document.embedPng(await drawnPage(host, 'BT /F1 16 Tf 90 250 Td (Received 42.10) Tj ET'));
  for (let page = 0; page < pages; page++) {
    document.addPage([600, 400]).drawImage(scan, { x: 0, y: 0, width: 600, height: 400 });
  }
  return document.save();
}

afterEach(() => vi.restoreAllMocks());

it.each([
  ['text', async () => buildPdf([{ content: TEXT }])],
  ['text that mentions codes on two pages', async () => buildPdf([{ content: TEXT }, { content: TEXT }])],
  ['scans that are recognised and searched for codes', () => scannedPdf(2)],
])('a PDF with %s is opened once', async (_what, makePdf) => {
  const bytes = await makePdf();
  const { opened, closed } = await watchPdfium();
  expect(await readDocument(bytes, host)).toMatchObject({ ok: true });
  expect([opened.mock.calls.length, closed.mock.calls.length]).toEqual([1, 1]);
});

it.each([1, 2, 4])('a PDF is closed when reading ends with an error at pause %i', async (last) => {
  const bytes = await scannedPdf(3);
  const { opened, closed } = await watchPdfium();
  let pauses = 0;
  const ending: EngineHost = {
    ...host,
    pause: async () => {
      pauses += 1;
      if (pauses === last) throw new Error('time is up');
    },
  };
  await expect(readDocument(bytes, ending)).rejects.toThrow('time is up');
  expect([opened.mock.calls.length, closed.mock.calls.length]).toEqual([1, 1]);
});

it('a file is opened again after pdfium failed on one of its pages', async () => {
  const { opened } = await watchPdfium();
  const pageCounts = await withPdfFile(buildPdf([{ content: TEXT }]), host, async (file) => {
    const count = () => file.use(async (_pdfium, pdf) => (pdf.ok ? pdf.pageCount : 0));
    const before = await count();
    const trap = file.use(async () => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
    await expect(trap).rejects.toBeInstanceOf(PdfiumFailed);
    return [before, await count(), await count()];
  });
  expect(pageCounts).toEqual([1, 1, 1]);
  expect(opened).toHaveBeenCalledTimes(2);
});

it('what a document left behind in memory does not fail its next use', async () => {
  const uses = await withPdfFile(buildPdf([{ content: TEXT }]), host, async (file) => {
    const take = (megabytes: number) => file.use(async ({ heap }) => heap.allocate(megabytes * 1024 * 1024));
    await take(50);
    return take(50);
  });
  expect(uses).toBeGreaterThan(0);
});
