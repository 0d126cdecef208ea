import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { EngineHost, LineReaderAssets } from '#engine/model';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { drawnPage } from '../../testing/pictures.ts';
import { readDocument } from '../index.ts';
import { readAgain } from './read-again.ts';
import { documentBudget } from './reading-budget.ts';

const TEXT = 'BT /F1 14 Tf 60 300 Td (Total 136.95 EUR) Tj ET';

/** A separate module: instances are shared per module. */
async function freshModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve('./line-network/kernels.wasm')));
}

interface Told {
  readonly text: string;
  readonly agreed: boolean;
  readonly degraded: readonly string[];
}

async function readWith(
  change: (assets: LineReaderAssets, host: EngineHost) => Promise<LineReaderAssets>,
): Promise<Told> {
  const whole = nodeEngineHost();
  const degraded: string[] = [];
  const host: EngineHost = {
    ...whole,
    degraded: (part, cause) => degraded.push(`${part}: ${cause.name}`),
    ocr: async () => {
      const assets = await whole.ocr();
      return { ...assets, lineReader: await change(assets.lineReader, whole) };
    },
  };
  const outcome = await readDocument(await drawnPage(host, TEXT), host);
  const words = outcome.ok ? outcome.document.pages.flatMap((page) => page.words) : [];
  const text = words.map((word) => word.text).join(' ');
  return { text, agreed: words.some((word) => word.agreed === true), degraded };
}

describe('the second reader', () => {
  it('marks what both readers saw', async () => {
    const read = await readWith(async (assets) => assets);
    expect(read).toEqual({ text: 'Total 136.95 EUR', agreed: true, degraded: [] });
  });

  it.each([
    [
      'its module cannot be instantiated',
      async (_: LineReaderAssets, host: EngineHost) => ({ module: await host.pdfium() }),
    ],
    ['its model is damaged', async () => ({ module: await freshModule(), model: async () => new Uint8Array(64) })],
    [
      'its model cannot be fetched',
      async () => ({ module: await freshModule(), model: () => Promise.reject(new Error('gone')) }),
    ],
  ])('is done without when %s: the page is read and the host is told', async (_, change) => {
    const read = await readWith(async (assets, host) => ({ ...assets, ...(await change(assets, host)) }));
    // Each step that would use it reports the failure.
    expect({ ...read, degraded: [...new Set(read.degraded)] }).toEqual({
      text: 'Total 136.95 EUR',
      agreed: false,
      degraded: ['line_reader: LineReaderFailed'],
    });
  });

  it('reads no more than is left, numbers first', async () => {
    const box = (top: number) => [10, top, 130, top + 20] as const;
    const words = [
      { text: 'Vnsure', box: box(60), confidence: 0.5, line: 0 },
      { text: '136.95', box: box(90), confidence: 0.5, line: 1 },
    ];
    const bands = [{ band: { a0: 0, b0: 0, a1: 200, b1: 200 }, words, hopeless: false }];
    const blank = { width: 200, height: 200, channels: 1 as const, pixels: new Uint8Array(40_000).fill(255) };
    const budget = { ...documentBudget(), columns: 400 };
    const [read] = await readAgain(bands, blank, 0, budget, nodeEngineHost());
    // On white paper the line reader sees nothing, so a word it examined loses confidence.
    expect(read?.words.map(({ confidence }) => confidence < 0.5)).toEqual([false, true]);
    expect(budget.columns).toBeGreaterThanOrEqual(0);
    expect(budget.columns).toBeLessThan(200);
  });
});
