/**
 * One running pdfium per compiled module, shared by the readers and the renderer. Memory of a dropped instance stays
 * allocated until V8 collects it, and several in a row exceed a Worker's limit. So the instance is kept at any size
 * (bounded by `MAX_WASM_BYTES`) and reset after a failure. Only if another document is open in it at that moment is it
 * left to that document, and the next caller gets a fresh one. A document must never fail because of another: work that
 * fails on a shared instance is retried once on a separate one.
 */
import type { EngineHost } from '#engine/model';
import { isModuleFailure } from './module-failure.ts';
import { type Pdfium, PdfiumOutOfMemory, startPdfium } from './start-pdfium.ts';

export type { Pdfium } from './start-pdfium.ts';

/** pdfium failed on a file: it ran out of memory, or it trapped. The file is the cause, not the program. */
export class PdfiumFailed extends Error {
  override readonly name = 'PdfiumFailed';
  readonly reason: 'memory' | 'trap';

  constructor(reason: 'memory' | 'trap', cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Memory leaked by documents is cleared after at most this many; a reset takes 10 ms for the largest instance. */
const MAX_DOCUMENTS_BETWEEN_RESETS = 100;

interface Lease {
  readonly instance: Promise<Pdfium>;
  users: number;
  /** Whether two documents have been open at the same time since the instance was last idle. */
  shared: boolean;
  /** Number of documents since the start or the last reset. */
  documents: number;
}

const leases = new WeakMap<WebAssembly.Module, Lease>();

/**
 * Runs `work` on the shared instance. `work` must start from scratch if called a second time. Throws `PdfiumFailed` if
 * the module itself fails on the file; other errors pass through.
 */
export async function withPdfium<T>(host: EngineHost, work: (pdfium: Pdfium) => Promise<T>): Promise<T> {
  const session = startSession(
    host,
    () => undefined,
    () => undefined,
  );
  try {
    return await session.use(work);
  } finally {
    session.end();
  }
}

/** A document that stays open in the shared instance from its first use to `end`. Not for concurrent uses. */
export interface PdfiumSession<D> {
  /**
   * Runs `work` on the open document. `work` must start from scratch if called a second time. The document is
   * reopened only after pdfium failed on it. Throws `PdfiumFailed` if the module itself fails on the file; other errors
   * pass through.
   */
  use<T>(work: (pdfium: Pdfium, document: D) => Promise<T>): Promise<T>;
  /** Closes the document. Another `use` would open it again. */
  end(): void;
}

interface Held<D> {
  readonly module: WebAssembly.Module;
  readonly lease: Lease;
  readonly pdfium: Pdfium;
  /** Bytes of the instance before the document was opened. */
  readonly before: number;
  document?: { readonly handle: D };
}

/** Starts a session. `open` is called on first use, `close` once for what it returned unless the module failed. */
export function startSession<D>(
  host: EngineHost,
  open: (pdfium: Pdfium) => D,
  close: (document: D) => void,
): PdfiumSession<D> {
  let held: Held<D> | undefined;

  async function use<T>(work: (pdfium: Pdfium, document: D) => Promise<T>): Promise<T> {
    const current: Held<D> = held ?? (await takeLease(await host.pdfium()));
    held = current;
    const { module, lease, pdfium } = current;
    const wasFresh = lease.documents === 1 && current.document === undefined;
    try {
      return await runOn(pdfium, () => {
        current.document ??= { handle: open(pdfium) };
        return work(pdfium, current.document.handle);
      });
    } catch (error) {
      held = undefined;
      const { shared } = lease;
      try {
        if (!(error instanceof PdfiumFailed) && current.document) close(current.document.handle);
        if (lease.users > 1) forget(module, lease);
        else resetLease(lease, pdfium);
        if (!(error instanceof PdfiumFailed)) throw error;
        if (shared) return await runOn(await startPdfium(module), (own) => work(own, open(own)));
        // Memory leaked by earlier documents or uses may be the cause.
        if (error.reason === 'trap' || wasFresh) throw error;
      } finally {
        releaseLease(lease);
      }
    }
    // Two attempts without a pause would block all other work twice as long.
    await host.pause();
    return use(work);
  }

  function end(): void {
    if (held === undefined) return;
    const { lease, pdfium, before, document } = held;
    held = undefined;
    if (document) close(document.handle);
    const isDue = pdfium.heap.size() > before || lease.documents >= MAX_DOCUMENTS_BETWEEN_RESETS;
    if (isDue && lease.users === 1) resetLease(lease, pdfium);
    releaseLease(lease);
  }

  return { use, end };
}

async function takeLease(module: WebAssembly.Module): Promise<Held<never>> {
  const lease = leases.get(module) ?? { instance: startPdfium(module), users: 0, shared: false, documents: 0 };
  leases.set(module, lease);
  lease.users += 1;
  lease.documents += 1;
  lease.shared ||= lease.users > 1;
  try {
    const pdfium = await lease.instance;
    return { module, lease, pdfium, before: pdfium.heap.size() };
  } catch (error) {
    forget(module, lease);
    releaseLease(lease);
    throw error;
  }
}

function releaseLease(lease: Lease): void {
  lease.users -= 1;
  if (lease.users === 0) lease.shared = false;
}

/** The next caller gets a fresh instance; whoever has a document open in this one goes on with it. */
function forget(module: WebAssembly.Module, lease: Lease): void {
  if (leases.get(module) === lease) leases.delete(module);
}

function resetLease(lease: Lease, pdfium: Pdfium): void {
  pdfium.reset();
  lease.documents = 0;
}

async function runOn<T>(pdfium: Pdfium, work: (pdfium: Pdfium) => Promise<T>): Promise<T> {
  let result: T;
  try {
    result = await work(pdfium);
  } catch (error) {
    if (error instanceof PdfiumOutOfMemory || pdfium.heap.wasRefused()) throw new PdfiumFailed('memory', error);
    // RangeError: stack overflow on a deeply nested file.
    if (isModuleFailure(error) || error instanceof RangeError) throw new PdfiumFailed('trap', error);
    throw error;
  }
  if (pdfium.heap.wasRefused()) throw new PdfiumFailed('memory');
  return result;
}
