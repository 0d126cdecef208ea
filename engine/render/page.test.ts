import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { nodeEngineHost } from '../../scripts/engine-host.ts';
import { zipOf } from '../read/office/office-for-tests.ts';
import { buildPdf } from '../read/pdf/pdf-for-tests.ts';
import type { RenderOptions } from './outcome.ts';
import { pixelSize, renderPage } from './page.ts';

const host = nodeEngineHost();
const RED_BLOCK = '1 0 0 rg 0 200 300 200 re f';
const BLUE_TEXT = '0 0 1 rg BT /F1 30 Tf 350 50 Td (Blue) Tj ET';

interface Picture {
  readonly width: number;
  readonly height: number;
  colourAt(x: number, y: number): readonly number[];
}

/** Decodes the output of `encodePng`: no filters, palette or RGB, one IDAT. */
function decode(png: Uint8Array): Picture {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    chunks.set(String.fromCharCode(...png.subarray(at + 4, at + 8)), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const width = view.getUint32(16);
  const palette = chunks.get('PLTE');
  const data = inflateSync(chunks.get('IDAT') ?? new Uint8Array());
  const depth = palette === undefined ? 3 : 1;
  return {
    width,
    height: view.getUint32(20),
    colourAt(x, y) {
      const from = y * (width * depth + 1) + 1 + x * depth;
      const index = data[from] ?? 0;
      return palette === undefined
        ? [...data.subarray(from, from + 3)]
        : [...palette.subarray(index * 3, index * 3 + 3)];
    },
  };
}

async function picture(bytes: Uint8Array, options: RenderOptions, page = 1): Promise<Picture> {
  const outcome = await renderPage(bytes, page, options, host);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return decode(outcome.png);
}

describe('renderPage', () => {
  it('draws the page in its own colours, the right way up', async () => {
    const shown = await picture(buildPdf([{ content: `${RED_BLOCK} ${BLUE_TEXT}` }]), { maxPixels: 1e6, width: 600 });
    expect([shown.width, shown.height]).toEqual([600, 400]);
    expect(shown.colourAt(100, 100)).toEqual([255, 0, 0]);
    expect(shown.colourAt(500, 100)).toEqual([255, 255, 255]);
    const row = Array.from({ length: 250 }, (_, x) => shown.colourAt(340 + x, 340));
    expect(row.some(([red = 255, , blue = 0]) => red < 60 && blue > 200)).toBe(true);
  });

  it('turns a page as its reader sees it', async () => {
    const shown = await picture(buildPdf([{ content: RED_BLOCK, entries: '/Rotate 90' }]), {
      maxPixels: 1e6,
      width: 400,
    });
    expect([shown.width, shown.height]).toEqual([400, 600]);
    expect(shown.colourAt(300, 100)).toEqual([255, 0, 0]);
    expect(shown.colourAt(100, 100)).toEqual([255, 255, 255]);
  });

  it('keeps more colours than a palette holds apart', async () => {
    const cells = Array.from({ length: 400 }, (_, i) => [i % 20, Math.floor(i / 20)] as const);
    const content = cells.map(([x, y]) => `${x / 19} ${y / 19} 0.2 rg ${x * 30} ${y * 20} 30 20 re f`).join('\n');
    const shown = await picture(buildPdf([{ content }]), { maxPixels: 1e6, width: 600 });
    for (const [x, y] of cells) {
      const [red = 0, green = 0] = shown.colourAt(x * 30 + 15, 390 - y * 20);
      expect(Math.abs(red - (255 * x) / 19)).toBeLessThan(2);
      expect(Math.abs(green - (255 * y) / 19)).toBeLessThan(2);
    }
  });

  it('never exceeds the pixels allowed', async () => {
    const shown = await picture(buildPdf([{ content: '' }]), { maxPixels: 10_000, width: 5000 });
    expect(shown.width * shown.height).toBeLessThanOrEqual(10_000);
  });

  it('refuses what is not there', async () => {
    const code = async (bytes: Uint8Array, page: number) => {
      const outcome = await renderPage(bytes, page, { maxPixels: 1e4 }, host);
      return outcome.ok ? 'ok' : outcome.error.code;
    };
    expect(await code(buildPdf([{ content: '' }]), 2)).toBe('damaged');
    expect(await code(buildPdf([{ content: '' }]), 0)).toBe('damaged');
    expect(await code(new TextEncoder().encode('only text'), 1)).toBe('unsupported_media_type');
    expect(await code(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 1)).toBe('damaged');
  });

  it('shows a page of a PDF in an archive as in the PDF alone, counted over all files', async () => {
    const first = buildPdf([{ content: '' }, { content: '' }]);
    const second = buildPdf([{ content: '' }, { content: '1 0 0 rg 0 0 300 400 re f' }]);
    const options = { maxPixels: 1e4 };
    const archive = zipOf({ 'a.pdf': first, 'b.txt': 'one page of text', 'c.pdf': second });
    expect(await renderPage(archive, 5, options, host)).toEqual(await renderPage(second, 2, options, host));
    expect(await renderPage(archive, 3, options, host)).toMatchObject({ error: { code: 'unsupported_media_type' } });
    expect(await renderPage(archive, 6, options, host)).toMatchObject({ ok: false });
  });

  it('refuses a picture that would not fit into memory', async () => {
    const side = 12_000;
    const image = `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 1 >>\nstream\nx\nendstream`;
    const page = { content: 'q 600 0 0 400 0 0 cm /Big Do Q', entries: '/Resources << /XObject << /Big 7 0 R >> >>' };
    const outcome = await renderPage(buildPdf([page], [image]), 1, { maxPixels: 1e4 }, host);
    expect(outcome.ok ? 'ok' : outcome.error.code).toBe('too_large');
  });
});

it('scales by the width or by the pixels, whichever is less', () => {
  expect(pixelSize(600, 800, { maxPixels: 1e9, width: 300 })).toEqual({ width: 300, height: 400 });
  expect(pixelSize(600, 800, { maxPixels: 1200 })).toEqual({ width: 30, height: 40 });
  expect(pixelSize(600, 1, { maxPixels: 100, width: 600 })).toEqual({ width: 244, height: 1 });
});
