/**
 * One running pdfium per compiled module, shared by the readers and the renderer.
 * Memory of a WebAssembly instance never shrinks, and a trap leaves its heap in an unknown state: an instance that grew
 * past the bound or failed is forgotten, and the next caller gets a fresh one.
 * A document must never fail because of another: what fails on a shared instance is tried once more on one of its own.
 */
import type { EngineHost } from '#engine/model';
import { isModuleFailure } from './module-failure.ts';
import { type Pdfium, PdfiumOutOfMemory, startPdfium } from './start-pdfium.ts';

export type { Pdfium } from './start-pdfium.ts';

/** What an idle instance may keep: text pages need 19 MB. After a scan (87 MB) the next file waits 30 ms for a fresh one. */
export const MAX_IDLE_WASM_BYTES = 40 * 1024 * 1024;

/** pdfium gave up on a file: it ran out of memory, or it trapped. The file is at fault, not the program. */
export class PdfiumFailed extends Error {
  override readonly name = 'PdfiumFailed';
  readonly reason: 'memory' | 'trap';

  constructor(reason: 'memory' | 'trap', cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

interface Lease {
  readonly instance: Promise<Pdfium>;
  users: number;
  /** Whether two documents were ever open in it at the same time. */
  shared: boolean;
}

const leases = new WeakMap<WebAssembly.Module, Lease>();

/**
 * Runs `work` on the shared instance. `work` must start from scratch when it is called a second time.
 * Throws `PdfiumFailed` when the module itself fails on the file; other errors pass through.
 */
export async function withPdfium<T>(host: EngineHost, work: (pdfium: Pdfium) => Promise<T>): Promise<T> {
  const module = await host.pdfium();
  const lease = leases.get(module) ?? { instance: startPdfium(module), users: 0, shared: false };
  leases.set(module, lease);
  const forget = () => {
    if (leases.get(module) === lease) leases.delete(module);
  };
  lease.users += 1;
  lease.shared ||= lease.users > 1;
  try {
    const pdfium = await lease.instance;
    const result = await runOn(pdfium, work);
    if (pdfium.heap.size() > MAX_IDLE_WASM_BYTES) forget();
    return result;
  } catch (error) {
    forget();
    if (!(error instanceof PdfiumFailed) || !lease.shared) throw error;
    return await runOn(await startPdfium(module), work);
  } finally {
    lease.users -= 1;
  }
}

async function runOn<T>(pdfium: Pdfium, work: (pdfium: Pdfium) => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work(pdfium);
  } catch (error) {
    if (error instanceof PdfiumOutOfMemory || pdfium.heap.wasRefused()) throw new PdfiumFailed('memory', error);
    // RangeError: the stack of a deeply nested file.
    if (isModuleFailure(error) || error instanceof RangeError) throw new PdfiumFailed('trap', error);
    throw error;
  }
  if (pdfium.heap.wasRefused()) throw new PdfiumFailed('memory');
  return result;
}
