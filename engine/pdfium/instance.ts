/**
 * One running pdfium per compiled module, shared by the readers and the renderer.
 * Memory of a WebAssembly instance never shrinks, and a trap leaves its heap in an unknown state: an instance
 * that grew past the bound or trapped is forgotten, and the next caller gets a fresh one (about 20 ms).
 * It must never compile bytes: workerd only runs modules compiled before the start.
 */
import { init, type Methods } from '@embedpdf/pdfium';
import type { EngineHost } from '#engine/model';

/** A Worker has 128 MB in all; text pages need 19 MB, a 300 dpi scan 87 MB. */
export const MAX_IDLE_WASM_BYTES = 96 * 1024 * 1024;

export interface Pdfium {
  readonly api: Methods;
  readonly heap: PdfiumHeap;
  readonly glyphs: GlyphCalls;
}

type NumericCall = (...args: readonly number[]) => number;

/** The calls made once per glyph, straight to the module: the wrapper's checks would take a third of the reading time. */
export interface GlyphCalls {
  readonly FPDFText_GetUnicode: NumericCall;
  readonly FPDFText_GetTextObject: NumericCall;
  readonly FPDFText_GetLooseCharBox: NumericCall;
  readonly FPDFText_GetCharOrigin: NumericCall;
}

/** Typed access to the instance's linear memory. Views are renewed when it grows. */
export interface PdfiumHeap {
  /** Address of `size` fresh bytes. Throws `PdfiumOutOfMemory`. */
  allocate(size: number): number;
  free(address: number): void;
  bytes(address: number, length: number): Uint8Array;
  view(): DataView;
  size(): number;
}

export class PdfiumOutOfMemory extends Error {
  override readonly name = 'PdfiumOutOfMemory';
}

/** pdfium gave up on a file: it trapped, ran out of memory or of stack. The file is at fault, not the program. */
export class PdfiumFailed extends Error {
  override readonly name = 'PdfiumFailed';
}

const running = new WeakMap<WebAssembly.Module, Promise<Pdfium>>();

/**
 * Runs `work` on the shared instance; the instance is replaced for later callers when it failed or grew too large.
 * Throws `PdfiumFailed` when the module itself fails; other errors pass through.
 */
export async function withPdfium<T>(host: EngineHost, work: (pdfium: Pdfium) => Promise<T>): Promise<T> {
  const module = await host.pdfium();
  const current = running.get(module) ?? start(module);
  running.set(module, current);
  let healthy = false;
  try {
    const pdfium = await current;
    const result = await work(pdfium);
    healthy = pdfium.heap.size() <= MAX_IDLE_WASM_BYTES;
    return result;
  } catch (error) {
    // RangeError: the stack of a deeply nested file, or a view on memory that could not grow.
    const failed = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    if (failed || error instanceof PdfiumOutOfMemory) throw new PdfiumFailed(error.message, { cause: error });
    throw error;
  } finally {
    if (!healthy && running.get(module) === current) running.delete(module);
  }
}

async function start(module: WebAssembly.Module): Promise<Pdfium> {
  let exports: WebAssembly.Exports = {};
  const instantiateWasm = (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => {
    // Instantiating a compiled module is allowed everywhere; the callback form is what Emscripten waits for.
    void WebAssembly.instantiate(module, imports).then((instance) => {
      exports = instance.exports;
      done(instance, module);
    });
    return {};
  };
  const options: Parameters<typeof init>[0] & { instantiateWasm: typeof instantiateWasm } = { instantiateWasm };
  const api = await init(options);
  api.PDFiumExt_Init();
  return { api, heap: heapOf(exports), glyphs: glyphCallsOf(exports) };
}

function glyphCallsOf(exports: WebAssembly.Exports): GlyphCalls {
  return {
    FPDFText_GetUnicode: numericCall(exports, 'FPDFText_GetUnicode'),
    FPDFText_GetTextObject: numericCall(exports, 'FPDFText_GetTextObject'),
    FPDFText_GetLooseCharBox: numericCall(exports, 'FPDFText_GetLooseCharBox'),
    FPDFText_GetCharOrigin: numericCall(exports, 'FPDFText_GetCharOrigin'),
  };
}

function numericCall(exports: WebAssembly.Exports, name: string): NumericCall {
  const call = exports[name];
  if (typeof call !== 'function') throw new TypeError(`the pdfium module exports no ${name}`);
  return (...args) => Number(call(...args));
}

function heapOf(exports: WebAssembly.Exports): PdfiumHeap {
  const { memory, malloc, free } = exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof malloc !== 'function' || typeof free !== 'function') {
    throw new TypeError('the pdfium module exports no memory, malloc and free');
  }
  let view = new DataView(memory.buffer);
  return {
    allocate(size) {
      const address: unknown = malloc(size);
      if (typeof address !== 'number' || address === 0) throw new PdfiumOutOfMemory(`no ${size} bytes left`);
      return address >>> 0;
    },
    free: (address) => void free(address),
    bytes: (address, length) => new Uint8Array(memory.buffer, address, length),
    view() {
      if (view.buffer !== memory.buffer) view = new DataView(memory.buffer);
      return view;
    },
    size: () => memory.buffer.byteLength,
  };
}
