import pdfiumModule from '@embedpdf/pdfium/pdfium.wasm';
import webpModule from '@jsquash/webp/codec/dec/webp_dec.wasm';
import ocrModule from 'tesseract.js-core/tesseract-core-simd-lstm.wasm';
import barcodeModule from 'zxing-wasm/reader/zxing_reader.wasm';
import type { EngineHost, RecognisedLanguage } from '#engine/model';
import lineKernels from '../engine/read/ocr/line-network/kernels.wasm';

/** Imported on first use: most documents need one of these, and each takes up to three megabytes of memory. */
const LANGUAGE_MODELS: Readonly<Record<RecognisedLanguage, () => Promise<{ readonly default: ArrayBuffer }>>> = {
  en: () => import('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'),
  de: () => import('@tesseract.js-data/deu/4.0.0_best_int/deu.traineddata.gz'),
  fr: () => import('@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz'),
  es: () => import('@tesseract.js-data/spa/4.0.0_best_int/spa.traineddata.gz'),
  it: () => import('@tesseract.js-data/ita/4.0.0_best_int/ita.traineddata.gz'),
  pt: () => import('@tesseract.js-data/por/4.0.0_best_int/por.traineddata.gz'),
  nl: () => import('@tesseract.js-data/nld/4.0.0_best_int/nld.traineddata.gz'),
  pl: () => import('@tesseract.js-data/pol/4.0.0_best_int/pol.traineddata.gz'),
  cs: () => import('@tesseract.js-data/ces/4.0.0_best_int/ces.traineddata.gz'),
  tr: () => import('@tesseract.js-data/tur/4.0.0_best_int/tur.traineddata.gz'),
};

/** The engine's host inside a Worker. WASM modules are compiled at deployment, never at run time. */
export function createEngineHost(): EngineHost {
  return {
    pause: () => scheduler.wait(0),
    clock: () => performance.now(),
    pdfium: async () => pdfiumModule,
    webp: async () => webpModule,
    barcodes: async () => barcodeModule,
    ocr: async () => {
      nameScript();
      return {
        module: ocrModule,
        languageModel: async (language) => unpack((await LANGUAGE_MODELS[language]()).default),
        lineReader: {
          module: lineKernels,
          model: async () => new Uint8Array((await import('../engine/read/ocr/line-network/latin.linemodel')).default),
        },
      };
    },
  };
}

/**
 * Tesseract's loader looks up the location of its script before its module, and a Worker has neither files nor URLs.
 * This provides a name; nothing is ever loaded from it.
 */
function nameScript(): void {
  Object.assign(globalThis, { __filename: '/tesseract-core.js', __dirname: '/' });
}

/** Decompresses a language model (3 MB, 5 MB decompressed); needed once per recognizer instance. */
async function unpack(packed: ArrayBuffer): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
