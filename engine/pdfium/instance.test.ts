import { expect, it } from 'vitest';
import { nodeEngineHost } from '../../scripts/engine-host.ts';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { openPdf } from '../read/pdf/open-document.ts';
import { type Pdfium, PdfiumFailed, withPdfium } from './instance.ts';
import { MAX_WASM_BYTES } from './start-pdfium.ts';

const host = nodeEngineHost();
const itself = async (pdfium: Pdfium) => pdfium;

const pageCountOf = (bytes: Uint8Array) =>
  withPdfium(host, async (pdfium) => {
    const opened = openPdf(pdfium, bytes);
    if (!opened.ok) return opened.error.code;
    opened.close();
    return opened.pageCount;
  });

it('shares one instance while it is healthy', async () => {
  expect(await withPdfium(host, itself)).toBe(await withPdfium(host, itself));
});

it('keeps one instance, as good as new, after a trap, and says whose fault it was', async () => {
  const before = await withPdfium(host, itself);
  const trap = withPdfium(host, async ({ heap }) => {
    heap.bytes(0, heap.size()).fill(0xaa);
    throw new WebAssembly.RuntimeError('unreachable');
  });
  await expect(trap).rejects.toBeInstanceOf(PdfiumFailed);
  expect(await withPdfium(host, itself)).toBe(before);
  expect(await pageCountOf(await drawInvoice(SAMPLE_INVOICE))).toBe(1);
});

it('keeps one instance that many greedy documents share in turn', async () => {
  const before = await withPdfium(host, itself);
  for (let count = 0; count < 5; count++) {
    await expect(withPdfium(host, async ({ heap }) => heap.allocate(MAX_WASM_BYTES))).rejects.toMatchObject({
      reason: 'memory',
    });
    // Memory that a document never frees must not accumulate.
    await withPdfium(host, async ({ heap }) => heap.allocate(40 * 1024 * 1024));
    await withPdfium(host, async ({ heap }) => heap.free(heap.allocate(60 * 1024 * 1024)));
  }
  expect(await withPdfium(host, itself)).toBe(before);
  expect(before.heap.size()).toBeLessThanOrEqual(MAX_WASM_BYTES);
});

it('keeps its bytes apart and its views valid when memory grows', async () => {
  await withPdfium(host, async ({ heap }) => {
    const first = heap.allocate(4);
    heap.view().setUint32(first, 0xcafe, true);
    const big = heap.allocate(40 * 1024 * 1024);
    expect(heap.view().getUint32(first, true)).toBe(0xcafe);
    heap.free(big);
    heap.free(first);
  });
});

it('ends the work, not the program, when a file wants more memory than is allowed', async () => {
  const greedy = withPdfium(host, async ({ heap }) => heap.allocate(MAX_WASM_BYTES));
  await expect(greedy).rejects.toMatchObject({ name: 'PdfiumFailed', reason: 'memory' });
  expect((await withPdfium(host, itself)).heap.wasRefused()).toBe(false);
});

it('grows to the limit and no further', async () => {
  await withPdfium(host, async ({ heap }) => {
    const addresses: number[] = [];
    while (heap.size() < MAX_WASM_BYTES - 8 * 1024 * 1024) addresses.push(heap.allocate(4 * 1024 * 1024));
    expect(heap.size()).toBeLessThanOrEqual(MAX_WASM_BYTES);
    for (const address of addresses) heap.free(address);
  });
});

it('lets no document fail because of another in the same instance', async () => {
  const greedy = withPdfium(host, async ({ heap }) => {
    await host.pause();
    heap.allocate(MAX_WASM_BYTES);
  });
  let runs = 0;
  const modest = withPdfium(host, async ({ heap }) => {
    runs += 1;
    await expect(greedy).rejects.toBeInstanceOf(PdfiumFailed);
    heap.free(heap.allocate(100));
    return 'read';
  });
  expect(await modest).toBe('read');
  expect(runs).toBe(2);
});
