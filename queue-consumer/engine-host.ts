import pdfiumModule from '@embedpdf/pdfium/pdfium.wasm';
import type { EngineHost } from '#engine/model';

/** The world as the engine may see it inside a Worker. The WASM module is compiled at deployment, never at run time. */
export function createEngineHost(): EngineHost {
  return {
    pause: () => scheduler.wait(0),
    clock: () => performance.now(),
    pdfium: async () => pdfiumModule,
  };
}
