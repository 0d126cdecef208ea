import type { EngineHost } from '../model.ts';

/** A host for tests that start from words: it cannot read, render or recognise. */
export const readerlessHost: EngineHost = {
  pause: () => Promise.resolve(),
  clock: () => 0,
  pdfium: () => Promise.reject(new Error('nothing is rendered here')),
  ocr: () => Promise.reject(new Error('nothing is recognised here')),
  barcodes: () => Promise.reject(new Error('nothing is decoded here')),
  webp: () => Promise.reject(new Error('nothing is decoded here')),
};
