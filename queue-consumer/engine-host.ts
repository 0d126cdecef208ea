import pdfiumModule from '@embedpdf/pdfium/pdfium.wasm';
import webpModule from '@jsquash/webp/codec/dec/webp_dec.wasm';
import packedModel from '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz';
import ocrModule from 'tesseract.js-core/tesseract-core-simd-lstm.wasm';
import type { EngineHost } from '#engine/model';
import lineKernels from '../engine/read/ocr/line-network/kernels.wasm';
import lineModel from '../engine/read/ocr/line-network/latin.linemodel';

/** The world as the engine may see it inside a Worker. WASM modules are compiled at deployment, never at run time. */
export function createEngineHost(): EngineHost {
  return {
    pause: () => scheduler.wait(0),
    clock: () => performance.now(),
    pdfium: async () => pdfiumModule,
    webp: async () => webpModule,
    ocr: async () => {
      nameScript();
      return {
        module: ocrModule,
        languageModel: () => unpack(packedModel),
        lineReader: {
          module: lineKernels,
          model: async () => new Uint8Array(lineModel),
        },
      };
    },
  };
}

/**
 * Tesseract's loader asks where its script lies before it asks for its module, and finds neither a file nor an address
 * in a Worker. It gets a name; nothing is ever loaded from there.
 */
function nameScript(): void {
  Object.assign(globalThis, { __filename: '/tesseract-core.js', __dirname: '/' });
}

/** The language model is 3 MB packed and 5 MB unpacked; it is needed once per instance of the recogniser. */
async function unpack(packed: ArrayBuffer): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
