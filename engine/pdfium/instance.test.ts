import { expect, it } from 'vitest';
import { nodeEngineHost } from '../../scripts/engine-host.ts';
import { MAX_IDLE_WASM_BYTES, type Pdfium, PdfiumFailed, withPdfium } from './instance.ts';
import { MAX_WASM_BYTES } from './start-pdfium.ts';

const host = nodeEngineHost();
const itself = async (pdfium: Pdfium) => pdfium;

it('shares one instance while it is healthy', async () => {
  expect(await withPdfium(host, itself)).toBe(await withPdfium(host, itself));
});

it('starts afresh after a trap, and says whose fault it was', async () => {
  const before = await withPdfium(host, itself);
  const trap = withPdfium(host, () => Promise.reject(new WebAssembly.RuntimeError('unreachable')));
  await expect(trap).rejects.toBeInstanceOf(PdfiumFailed);
  expect(await withPdfium(host, itself)).not.toBe(before);
});

it('lets go of an instance that grew past the bound', async () => {
  const before = await withPdfium(host, async (pdfium) => {
    pdfium.heap.free(pdfium.heap.allocate(MAX_IDLE_WASM_BYTES));
    return pdfium;
  });
  expect(before.heap.size()).toBeGreaterThan(MAX_IDLE_WASM_BYTES);
  expect(await withPdfium(host, itself)).not.toBe(before);
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
