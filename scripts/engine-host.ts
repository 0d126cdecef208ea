import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { EngineHost } from '#engine/model';

declare global {
  namespace WebAssembly {
    /** Node has it; the Workers types leave it out because workerd forbids it. */
    function compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
  }
}

const require = createRequire(import.meta.url);
const modules = new Map<string, Promise<WebAssembly.Module>>();

/** The engine's host under Node: for the desk tools and for tests outside workerd. */
export function nodeEngineHost(): EngineHost {
  return {
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    clock: () => performance.now(),
    pdfium: () => compiled('@embedpdf/pdfium/pdfium.wasm'),
    webp: () => compiled('@jsquash/webp/codec/dec/webp_dec.wasm'),
    ocr: async () => ({
      module: await compiled('tesseract.js-core/tesseract-core-simd-lstm.wasm'),
      languageModel: async () =>
        gunzipSync(await readFile(require.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'))),
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
