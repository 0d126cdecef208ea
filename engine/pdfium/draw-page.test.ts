import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { nodeEngineHost } from '../../scripts/engine-host.ts';
import { openPdf } from '../read/pdf/open-document.ts';
import { buildPdf } from '../read/pdf/pdf-for-tests.ts';
import { drawPage } from './draw-page.ts';
import { type Pdfium, withPdfium } from './instance.ts';
import { type PageSurvey, surveyPage } from './survey-page.ts';

const host = nodeEngineHost();
const FLAGS = 0x08;
/** Size of the pages of `buildPdf`. */
const [WIDTH, HEIGHT] = [600, 400];

interface Drawing {
  readonly survey: PageSurvey;
  readonly pixels: Uint8Array | undefined;
  readonly turns: number;
}

async function onPage<T>(content: string, work: (pdfium: Pdfium, page: number) => Promise<T>): Promise<T> {
  return withPdfium(host, async (pdfium) => {
    const opened = openPdf(pdfium, buildPdf([{ content }]));
    if (!opened.ok) throw new Error(opened.error.message);
    const page = pdfium.api.FPDF_LoadPage(opened.document, 0);
    try {
      return await work(pdfium, page);
    } finally {
      pdfium.api.FPDF_ClosePage(page);
      opened.close();
    }
  });
}

const drawn = (content: string, scale = 1): Promise<Drawing> =>
  onPage(content, async (pdfium, page) => {
    let turns = 0;
    const pause = async () => {
      turns += 1;
    };
    const survey = await surveyPage(pdfium, page, pause);
    turns = 0;
    const placing = { x: 0, y: 0, width: WIDTH, height: HEIGHT, scale, flags: FLAGS };
    const pixels = await withBitmap(pdfium, (bitmap) => drawPage(pdfium, bitmap, page, survey, placing, pause));
    return { survey, pixels, turns };
  });

/** The same page drawn by pdfium in one step. */
const drawnAtOnce = (content: string) =>
  onPage(content, (pdfium, page) =>
    withBitmap(pdfium, async (bitmap) => {
      pdfium.api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, WIDTH, HEIGHT, 0, FLAGS);
      return true;
    }),
  );

async function withBitmap(
  { api, heap }: Pdfium,
  work: (bitmap: number) => Promise<boolean>,
): Promise<Uint8Array | undefined> {
  const bitmap = api.FPDFBitmap_CreateEx(WIDTH, HEIGHT, 1, 0, 0);
  api.FPDFBitmap_FillRect(bitmap, 0, 0, WIDTH, HEIGHT, 0xffffffff);
  const isDrawn = await work(bitmap);
  const size = api.FPDFBitmap_GetStride(bitmap) * HEIGHT;
  const pixels = heap.bytes(api.FPDFBitmap_GetBuffer(bitmap), size).slice();
  api.FPDFBitmap_Destroy(bitmap);
  return isDrawn ? pixels : undefined;
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `${at % 600} 0 m ${(at * 7) % 600} 400 l S`).join('\n');

test('a page is drawn in steps exactly as it is drawn at once', async () => {
  const content = `BT /F1 20 Tf 50 300 Td (Invoice 4711) Tj ET ${lines(900)} 1 0 0 rg 100 100 200 50 re f`;
  const { pixels, turns } = await drawn(content);
  expect(turns).toBeGreaterThan(0);
  expect(Buffer.compare(pixels ?? new Uint8Array(0), (await drawnAtOnce(content)) ?? new Uint8Array(0))).toBe(0);
});

test('the paths of a page are measured in points, enlarged ones too', async () => {
  expect((await drawn('0 0 m 300 0 l S')).survey.pathLength).toBe(300);
  expect((await drawn('3 0 0 3 0 0 cm 0 0 m 100 0 l S')).survey.pathLength).toBe(300);
  expect((await drawn('10 10 100 50 re f')).survey.pathLength).toBe(300);
});

test.each([
  ['a tangle in one path', `0 0 m ${lines(5_000).replaceAll(' m ', ' l ').replaceAll(' S', '')} S`],
  ['more lines than ten seconds draw', lines(250_000)],
])('a page with %s is not drawn', { timeout: 60_000 }, async (_name, content) => {
  expect((await drawn(content)).pixels).toBeUndefined();
});

test('lines inside a form count as one step', async () => {
  const form = lines(4_000);
  const packed = deflateSync(form).toString('latin1');
  const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 600 400] /Filter /FlateDecode /Length ${packed.length}`;
  const bytes = buildPdf(
    [{ content: '/X1 Do', entries: '/Resources << /XObject << /X1 7 0 R >> >>' }],
    [`<< ${dictionary} >>\nstream\n${packed}\nendstream`],
  );
  const survey = await withPdfium(host, async (pdfium) => {
    const opened = openPdf(pdfium, bytes);
    if (!opened.ok) throw new Error(opened.error.message);
    const page = pdfium.api.FPDF_LoadPage(opened.document, 0);
    const found = await surveyPage(pdfium, page, () => host.pause());
    pdfium.api.FPDF_ClosePage(page);
    opened.close();
    return found;
  });
  expect(survey.stepLength).toBe(survey.pathLength);
  expect(survey.pathLength).toBeGreaterThan(1_000_000);
});
