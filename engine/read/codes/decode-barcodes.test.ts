import { describe, expect, it } from 'vitest';
import { extract } from '#engine/index';
import { renderPage } from '#engine/render/page';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { buildPdf } from '../pdf/pdf-for-tests.ts';
import { drawBarcode, squaresOf } from './barcodes-for-tests.ts';
import { decodeBarcodes } from './decode-barcodes.ts';

const LICENCE = `@\n\x1e\rANSI 636026080102DL00410288ZA03290015DLDAQD12345678\nDCSSAMPLE\nDACJANE\nDADNONE\nDBB02291980\nDBA01152030\nDBC2\nDAG12 ELM STREET\nDAIPHOENIX\nDAJAZ\nDAK850010000  \n`;
const MARGIN = 12;

function pictureOf(modules: readonly (readonly boolean[])[], side: number, tall: number) {
  const width = ((modules[0]?.length ?? 0) + 2 * MARGIN) * side;
  const height = modules.length * tall + 2 * MARGIN * side;
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const row = modules[Math.floor((y - MARGIN * side) / tall)];
      if (row?.[Math.floor(x / side) - MARGIN]) pixels[y * width + x] = 20;
    }
  }
  return { width, height, channels: 1 as const, pixels };
}

/** The page as an image, so that the text can only be read from the pixels. */
async function scanned(content: string): Promise<Uint8Array> {
  const drawn = await renderPage(buildPdf([{ content }]), 1, { maxPixels: 4_000_000, width: 1600 }, nodeEngineHost());
  if (!drawn.ok) throw new Error(drawn.error.message);
  return drawn.png;
}

const textAt = (text: string, x: number, y: number) => `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`;

describe('barcodes of a picture', () => {
  it.each([
    ['ean13', 'EAN13', '4006381333931', 60],
    ['ean8', 'EAN8', '96385074', 60],
    ['upca', 'UPCA', '036000291452', 60],
    ['code128', 'Code128', 'INV-2024-00917', 60],
    ['pdf417', 'PDF417', LICENCE, 3],
  ] as const)('%s is decoded with its place', async (kind, format, text, tall) => {
    const picture = pictureOf(await drawBarcode(text, format), 3, tall);
    const [code, ...more] = await decodeBarcodes(picture, nodeEngineHost());
    expect(more).toEqual([]);
    expect(code).toMatchObject({ kind, text });
    const [x0 = 0, , x1 = 0] = code?.box ?? [];
    expect(x0).toBeGreaterThan(10);
    expect(x1 - x0).toBeGreaterThan(picture.width / 2);
  });

  it('a code that is torn through gives nothing, rather than something else', async () => {
    const picture = pictureOf(await drawBarcode('4006381333931', 'EAN13'), 3, 60);
    for (let y = 0; y < picture.height; y++) picture.pixels.fill(255, y * picture.width + 150, y * picture.width + 180);
    expect(await decodeBarcodes(picture, nodeEngineHost())).toEqual([]);
  });
});

describe('what barcodes prove', () => {
  it('the code of a licence gives its fields, and proves what the card prints too', async () => {
    const code = squaresOf(await drawBarcode(LICENCE, 'PDF417'), 40, 250, 1.5);
    const png = await scanned(
      `${textAt('DRIVER LICENSE  D12345678', 40, 350)}\n${textAt('DOB 02/29/1980', 40, 320)}\n${code}`,
    );
    const outcome = await extract({ bytes: png }, nodeEngineHost());
    const result = outcome.ok ? outcome.result : undefined;
    expect(result?.document_type).toBe('id_document');
    expect(result?.fields['surname']).toMatchObject({ value: 'SAMPLE', state: 'supported' });
    expect(result?.fields['document_number']).toMatchObject({ value: 'D12345678', state: 'proved' });
    expect(result?.fields['expiry_date']).toMatchObject({ value: '2030-01-15', state: 'supported' });
  });

  it('a Code 128 proves the number that it repeats, and one that differs proves none', async () => {
    const page = async (coded: string) => {
      const code = squaresOf(await drawBarcode(coded, 'Code128'), 40, 150, 1.5, 40);
      const lines = ['Invoice', 'Invoice number: INV-2024-00917', 'Invoice date: 3 May 2024', 'Total: 118.50 EUR'];
      const png = await scanned(`${lines.map((line, row) => textAt(line, 40, 360 - 30 * row)).join('\n')}\n${code}`);
      const outcome = await extract({ bytes: png }, nodeEngineHost());
      return outcome.ok ? outcome.result.fields['invoice_number'] : undefined;
    };
    expect(await page('INV-2024-00917')).toMatchObject({ value: 'INV-2024-00917', state: 'proved' });
    const other = await page('INV-2024-00911');
    expect(other?.value).toBe('INV-2024-00917');
    expect(other?.state).not.toBe('proved');
  });
});

describe('the decoder itself', () => {
  const blank = (width: number, height: number) => ({
    width,
    height,
    channels: 1 as const,
    pixels: new Uint8Array(width * height).fill(255),
  });

  it('keeps no instance that a large picture made grow', async () => {
    const started: WebAssembly.Memory[] = [];
    const heaps = watchMemories(started);
    try {
      for (let count = 0; count < 3; count++) await decodeBarcodes(blank(2_100, 2_100), nodeEngineHost());
    } finally {
      heaps.stop();
    }
    // An instance from an earlier test may still decode the first image.
    expect(started.length).toBeGreaterThanOrEqual(2);
  });
});

/** Collects the memories of all instances started from now on. */
function watchMemories(started: WebAssembly.Memory[]): { stop(): void } {
  const { instantiate } = WebAssembly;
  const watched = async (module: WebAssembly.Module, imports?: WebAssembly.Imports) => {
    const instance = await instantiate(module, imports);
    for (const exported of Object.values(instance.exports))
      if (exported instanceof WebAssembly.Memory) started.push(exported);
    return instance;
  };
  Object.assign(WebAssembly, { instantiate: watched });
  return { stop: () => void Object.assign(WebAssembly, { instantiate }) };
}
