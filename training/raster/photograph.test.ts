import { describe, expect, test } from 'vitest';
import { openPictures } from '#engine/learning';
import { renderPage } from '#engine/render/page';
import { pageOfRecognition } from '../../engine/read/ocr/page-of-recognition.ts';
import { documentBudget, PAGE_WORK } from '../../engine/read/ocr/reading-budget.ts';
import { buildPdf } from '../../engine/read/pdf/pdf-for-tests.ts';
import { nodeEngineHost } from '../../scripts/engine-host.ts';
import { Random } from '../generator/random.ts';
import { photograph, type Shot } from './photograph.ts';
import type { GreyPicture } from './wear-out.ts';

const host = nodeEngineHost();
const QUARTER = Math.PI / 2;
const SMALL: Shot = {
  width: 90,
  height: 60,
  background: 'granite',
  fill: 0.5,
  angle: 0,
  blur: 0,
  grain: 0,
  vignette: 0,
};
const white: GreyPicture = { width: 40, height: 40, pixels: new Uint8Array(1600).fill(255) };

describe('a photo of a page', () => {
  test('is the same for the same seed and another for another', () => {
    const taken = (seed: string) => photograph(white, { ...SMALL, grain: 9, blur: 1 }, new Random(seed)).pixels;
    expect(taken('a')).toEqual(taken('a'));
    expect(taken('a')).not.toEqual(taken('b'));
  });

  test('shows the page in the middle, the background around it, and is dark at the corners', () => {
    const { pixels, width } = photograph(white, { ...SMALL, background: 'plain', vignette: 0.5 }, new Random('1'));
    const [middle, edge, corner] = [pixels[30 * width + 45] ?? 0, pixels[30 * width + 3] ?? 0, pixels[0] ?? 0];
    expect(middle).toBeGreaterThan(200);
    expect(edge).toBeLessThan(120);
    expect(corner).toBeLessThan(edge);
  });
});

const LINES = ['HARBOUR STREET BAKERY', 'Receipt number 4711', 'Paper and envelopes 118.40', 'Total 136.95 EUR'];
const CONTENT = LINES.map((line, index) => `BT /F1 30 Tf 60 ${330 - 70 * index} Td (${line}) Tj ET`).join('\n');

async function drawnReceipt(): Promise<GreyPicture> {
  const drawn = await renderPage(buildPdf([{ content: CONTENT }]), 1, { maxPixels: 4_000_000, width: 1200 }, host);
  const opened = drawn.ok ? openPictures(drawn.png, 'image/png') : drawn;
  const decoded = opened.ok ? await opened.file.decode(0, { channels: 1, maxPixels: 4_000_000 }, host) : opened;
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.picture;
}

test('eight megapixels of a receipt on granite, sideways and full of noise, are read within the work of a page', async () => {
  const shot: Shot = {
    width: 3264,
    height: 2448,
    background: 'granite',
    fill: 0.6,
    angle: QUARTER + 0.04,
    blur: 1,
    grain: 14,
    vignette: 0.35,
  };
  const { width, height, pixels } = photograph(await drawnReceipt(), shot, new Random('granite'));
  const budget = documentBudget();
  const picture = { width, height, channels: 1 as const, pixels };
  const page = await pageOfRecognition(1, picture, { width, height }, 'px', budget, host);
  const text = page.words.map((word) => word.text).join(' ');
  for (const part of ['BAKERY', '4711', '118.40', '136.95']) expect(text).toContain(part);
  expect(page.tilt?.orientation).toBe(8);
  expect(page.truncated).toBeUndefined();
  // Layout analysis of the granite alone would take several times that.
  expect(PAGE_WORK - budget.work).toBeLessThan(PAGE_WORK / 2);
});
