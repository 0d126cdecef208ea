import { init, type Methods } from '@embedpdf/pdfium';

/**
 * Scans take up to 87 MB, and a Worker has 128 MB in all. pdfium is refused more than this, so that a file of a few
 * kilobytes that decompresses to gigabytes ends in an error instead of terminating the Worker.
 */
export const MAX_WASM_BYTES = 96 * 1024 * 1024;

export interface Pdfium {
  readonly api: Methods;
  readonly heap: PdfiumHeap;
  readonly glyphs: GlyphCalls;
  readonly objects: ObjectCalls;
  /** Address of an `IFSDK_PAUSE` (fpdf_progressive.h) that always asks for a pause. */
  readonly pauseAlways: number;
  /**
   * Resets the instance to its initial state after any failure; all its addresses become invalid. Memory of dropped
   * instances stays allocated until V8 collects it, so one instance that is reset costs less than several in a row.
   */
  reset(): void;
}

type NumericCall = (...args: readonly number[]) => number;

/**
 * Calls made once per glyph or run of glyphs, directly to the module: the wrapper's checks would take a third of the
 * reading time.
 */
export interface GlyphCalls {
  readonly FPDFText_GetUnicode: NumericCall;
  readonly FPDFText_IsGenerated: NumericCall;
  readonly FPDFText_GetTextObject: NumericCall;
  readonly FPDFText_GetLooseCharBox: NumericCall;
  readonly FPDFText_GetCharOrigin: NumericCall;
  readonly FPDFText_GetFontSize: NumericCall;
  readonly FPDFText_GetMatrix: NumericCall;
  readonly FPDFTextObj_GetFont: NumericCall;
}

/** The calls made once per object of a page or segment of a path, of which there may be hundreds of thousands. */
export interface ObjectCalls {
  readonly FPDFPage_GetObject: NumericCall;
  readonly FPDFPageObj_GetType: NumericCall;
  readonly FPDFPageObj_GetMatrix: NumericCall;
  readonly FPDFPath_CountSegments: NumericCall;
  readonly FPDFPath_GetPathSegment: NumericCall;
  readonly FPDFPathSegment_GetPoint: NumericCall;
}

/** Typed access to the instance's linear memory. Views are renewed when it grows. */
export interface PdfiumHeap {
  /** Allocates `size` bytes and returns their address. Throws `PdfiumOutOfMemory`. */
  allocate(size: number): number;
  free(address: number): void;
  /** Whether pdfium was refused memory; anything it read since then may be incomplete. */
  wasRefused(): boolean;
  bytes(address: number, length: number): Uint8Array;
  view(): DataView;
  size(): number;
}

export class PdfiumOutOfMemory extends Error {
  override readonly name = 'PdfiumOutOfMemory';
}

/** Starts a fresh instance of the compiled module in about 20 ms. Never compiles bytes, which workerd forbids. */
export async function startPdfium(module: WebAssembly.Module): Promise<Pdfium> {
  let exports: WebAssembly.Exports = {};
  let refused = false;
  const noteRefusal = () => {
    refused = true;
  };
  const instantiation = Promise.withResolvers<never>();
  const instantiateWasm = (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => {
    WebAssembly.instantiate(module, withMemoryLimit(imports, noteRefusal)).then((instance) => {
      exports = instance.exports;
      done(instance, module);
    }, instantiation.reject);
    return {};
  };
  // Module output is dropped: its errors carry the same information, and the engine has no console.
  const silent = () => undefined;
  const options = { instantiateWasm, print: silent, printErr: silent };
  const api = await Promise.race([init(options), instantiation.promise]);
  api.PDFiumExt_Init();
  growNoFurther(exports);
  const heap = heapOf(exports, () => refused);
  const pauseAlways = pauseStructure(exports, heap);
  const restore = snapshotOf(exports);
  const reset = () => {
    restore();
    refused = false;
  };
  return { api, heap, glyphs: glyphCallsOf(exports), objects: objectCallsOf(exports), pauseAlways, reset };
}

/** Emscripten's own limit is 2 GB, and a lower one cannot be set on a WebAssembly memory from outside. */
function withMemoryLimit(imports: WebAssembly.Imports, noteRefusal: () => void): WebAssembly.Imports {
  const grow = imports['env']?.['emscripten_resize_heap'];
  if (typeof grow !== 'function') throw new TypeError('the pdfium module imports no emscripten_resize_heap');
  const growWithinLimit = (bytes: number) => {
    // The module passes an unsigned size as a signed integer.
    if (bytes >>> 0 <= MAX_WASM_BYTES) return Number(grow(bytes));
    noteRefusal();
    return 0;
  };
  return { ...imports, env: { ...imports['env'], emscripten_resize_heap: growWithinLimit } };
}

/** Emscripten grows by a fifth more than it is asked for, which would exceed the limit by as much. */
function growNoFurther(exports: WebAssembly.Exports): void {
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('the pdfium module exports no memory');
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => grow(Math.min(pages, (MAX_WASM_BYTES - memory.buffer.byteLength) / PAGE_BYTES));
}

/** One page of WebAssembly memory. Of the 284 of a fresh instance, 28 hold something. */
const PAGE_BYTES = 65_536;

/**
 * Saves memory and stack of a fresh instance (2 MB); the module has no other state. Returns a function that restores
 * them.
 */
function snapshotOf(exports: WebAssembly.Exports): () => void {
  const { memory } = exports;
  if (!(memory instanceof WebAssembly.Memory)) throw new TypeError('the pdfium module exports no memory');
  const stack = numericCall(exports, 'emscripten_stack_get_current')();
  const restoreStack = numericCall(exports, '_emscripten_stack_restore');
  const fresh = new Uint8Array(memory.buffer);
  const pages: { readonly at: number; readonly content: Uint8Array }[] = [];
  for (let at = 0; at < fresh.length; at += PAGE_BYTES) {
    const page = fresh.subarray(at, at + PAGE_BYTES);
    if (page.some((byte) => byte !== 0)) pages.push({ at, content: page.slice() });
  }
  return () => {
    const bytes = new Uint8Array(memory.buffer);
    bytes.fill(0);
    for (const { at, content } of pages) bytes.set(content, at);
    restoreStack(stack);
  };
}

function glyphCallsOf(exports: WebAssembly.Exports): GlyphCalls {
  return {
    FPDFText_GetUnicode: numericCall(exports, 'FPDFText_GetUnicode'),
    FPDFText_IsGenerated: numericCall(exports, 'FPDFText_IsGenerated'),
    FPDFText_GetTextObject: numericCall(exports, 'FPDFText_GetTextObject'),
    FPDFText_GetLooseCharBox: numericCall(exports, 'FPDFText_GetLooseCharBox'),
    FPDFText_GetCharOrigin: numericCall(exports, 'FPDFText_GetCharOrigin'),
    FPDFText_GetFontSize: numericCall(exports, 'FPDFText_GetFontSize'),
    FPDFText_GetMatrix: numericCall(exports, 'FPDFText_GetMatrix'),
    FPDFTextObj_GetFont: numericCall(exports, 'FPDFTextObj_GetFont'),
  };
}

function objectCallsOf(exports: WebAssembly.Exports): ObjectCalls {
  return {
    FPDFPage_GetObject: numericCall(exports, 'FPDFPage_GetObject'),
    FPDFPageObj_GetType: numericCall(exports, 'FPDFPageObj_GetType'),
    FPDFPageObj_GetMatrix: numericCall(exports, 'FPDFPageObj_GetMatrix'),
    FPDFPath_CountSegments: numericCall(exports, 'FPDFPath_CountSegments'),
    FPDFPath_GetPathSegment: numericCall(exports, 'FPDFPath_GetPathSegment'),
    FPDFPathSegment_GetPoint: numericCall(exports, 'FPDFPathSegment_GetPoint'),
  };
}

/** Larger than what `FPDFBitmap_GetWidth` looks at. */
const PAUSE_WORDS = 16;

/**
 * pdfium asks a callback whether to pause, and a callback must be a WebAssembly function, which workerd allows nobody to
 * compile. The module's own `FPDFBitmap_GetWidth` serves: it returns a number from the structure it is handed, and here
 * every number after the version and the callback itself is one.
 */
function pauseStructure(exports: WebAssembly.Exports, heap: PdfiumHeap): number {
  const { __indirect_function_table: table, FPDFBitmap_GetWidth: callback } = exports;
  if (!(table instanceof WebAssembly.Table)) throw new TypeError('the pdfium module exports no function table');
  const index = table.grow(1);
  table.set(index, callback);
  const address = heap.allocate(PAUSE_WORDS * 4);
  const view = heap.view();
  for (let word = 0; word < PAUSE_WORDS; word++) view.setUint32(address + word * 4, word === 1 ? index : 1, true);
  if (numericCall(exports, 'FPDFBitmap_GetWidth')(address) !== 1) throw new TypeError('pdfium would never pause');
  return address;
}

function numericCall(exports: WebAssembly.Exports, name: string): NumericCall {
  const call = exports[name];
  if (typeof call !== 'function') throw new TypeError(`the pdfium module exports no ${name}`);
  return (...args) => Number(call(...args));
}

function heapOf(exports: WebAssembly.Exports, wasRefused: () => boolean): PdfiumHeap {
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
    wasRefused,
    bytes: (address, length) => new Uint8Array(memory.buffer, address, length),
    view() {
      if (view.buffer !== memory.buffer) view = new DataView(memory.buffer);
      return view;
    },
    size: () => memory.buffer.byteLength,
  };
}
