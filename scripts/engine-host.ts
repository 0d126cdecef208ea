import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { EngineHost } from '#engine/model';

declare global {
  namespace WebAssembly {
    /** Node has it; the Workers types leave it out because workerd forbids it. */
    function compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
  }
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** The engine's host under Node: for the desk tools and for tests outside workerd. */
export function nodeEngineHost(): EngineHost {
  return {
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    clock: () => performance.now(),
    pdfium() {
      compiled ??= compilePdfium();
      return compiled;
    },
  };
}

async function compilePdfium(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  return WebAssembly.compile(await readFile(path));
}
