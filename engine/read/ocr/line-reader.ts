/**
 * A neural reader of single lines (PP-OCR recognition), one per compiled module. Its errors differ from Tesseract's, so
 * a word that both read alike is reliable. Must never compile bytes, start threads or keep memory past its limit: see
 * `recogniser.ts`.
 */
import type { LineReaderAssets } from '#engine/model';
import type { BandPicture } from './band-picture.ts';
import { decodeLetters, type ReadLetter } from './decode-letters.ts';
import { runBackbone } from './line-network/backbone.ts';
import { runEncoder } from './line-network/encoder.ts';
import { openModel } from './line-network/model.ts';
import { openKernels } from './line-network/open-kernels.ts';
import { Workspace } from './line-network/workspace.ts';

/** Image height the model was trained on. */
export const LINE_HEIGHT = 48;

/** A longer line (of dots, of noise) is skipped: it would block the event loop for a quarter of a second. */
export const MAX_LINE_COLUMNS = 2400;

/** The model takes four megabytes, a line of a thousand pixels another nine. */
const MAX_IDLE_BYTES = 32 * 1024 * 1024;

export interface LineReader {
  /**
   * Returns the letters of one line of text in a grey image of height `LINE_HEIGHT`, left to right; blocks until done.
   */
  read(picture: BandPicture): readonly ReadLetter[];
  memoryBytes(): number;
}

const running = new WeakMap<WebAssembly.Module, Promise<LineReader>>();

/** The line reader failed to start or failed while reading; the page can still be read without it. */
export class LineReaderFailed extends Error {
  override readonly name = 'LineReaderFailed';
}

/** Returns the shared instance. Throws `LineReaderFailed` if it cannot be started. */
export async function openLineReader(assets: LineReaderAssets): Promise<LineReader> {
  const known = running.get(assets.module);
  if (known !== undefined && (await known).memoryBytes() <= MAX_IDLE_BYTES) return known;
  const started = start(assets);
  running.set(assets.module, started);
  return started;
}

async function start({ module, model }: LineReaderAssets): Promise<LineReader> {
  try {
    const kernels = await openKernels(module);
    const { network, numbers } = openModel(await model());
    const space = new Workspace(kernels, numbers);
    const read = (picture: BandPicture): readonly ReadLetter[] =>
      space.freeAfter(() => {
        const { values, classes } = runEncoder(runBackbone(picture, network, space), network, space);
        return decodeLetters(values, classes, network.signs);
      });
    return {
      read: (picture) => {
        try {
          return read(picture);
        } catch (cause) {
          throw failed(cause, module);
        } finally {
          // Callers that still read keep the instance; later callers get a fresh one.
          if (kernels.bytes().byteLength > MAX_IDLE_BYTES) running.delete(module);
        }
      },
      memoryBytes: () => kernels.bytes().byteLength,
    };
  } catch (cause) {
    throw failed(cause, module);
  }
}

/** After any failure (a trap, memory refused, a damaged model) the instance is dropped. */
function failed(cause: unknown, module: WebAssembly.Module): LineReaderFailed {
  running.delete(module);
  return new LineReaderFailed('the reader of lines failed', { cause });
}
