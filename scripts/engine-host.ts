import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { EngineHost, RecognisedLanguage } from '#engine/model';

declare global {
  namespace WebAssembly {
    /** Node has it; the Workers types omit it because workerd forbids it. */
    function compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
  }
}

const require = createRequire(import.meta.url);
const modules = new Map<string, Promise<WebAssembly.Module>>();

/** Tesseract names languages by ISO 639-2. */
const LANGUAGE_PACKAGES: Readonly<Record<RecognisedLanguage, string>> = {
  en: 'eng',
  de: 'deu',
  fr: 'fra',
  es: 'spa',
  it: 'ita',
  pt: 'por',
  nl: 'nld',
  pl: 'pol',
  cs: 'ces',
  tr: 'tur',
};

/** The engine's host under Node, for the command-line tools and for tests outside workerd. */
export function nodeEngineHost(): EngineHost {
  return {
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    clock: () => performance.now(),
    pdfium: () => compiled('@embedpdf/pdfium/pdfium.wasm'),
    webp: () => compiled('@jsquash/webp/codec/dec/webp_dec.wasm'),
    barcodes: () => compiled('zxing-wasm/reader/zxing_reader.wasm'),
    ocr: async () => ({
      module: await compiled('tesseract.js-core/tesseract-core-simd-lstm.wasm'),
      languageModel: async (language) => {
        const name = LANGUAGE_PACKAGES[language];
        const file = `@tesseract.js-data/${name}/4.0.0_best_int/${name}.traineddata.gz`;
        return gunzipSync(await readFile(require.resolve(file)));
      },
      lineReader: {
        module: await compiled('../engine/read/ocr/line-network/kernels.wasm'),
        model: () => readFile(require.resolve('../engine/read/ocr/line-network/latin.linemodel')),
      },
    }),
  };
}

function compiled(path: string): Promise<WebAssembly.Module> {
  const known = modules.get(path);
  if (known !== undefined) return known;
  const module = readFile(require.resolve(path)).then((bytes) => WebAssembly.compile(bytes));
  modules.set(path, module);
  return module;
}
