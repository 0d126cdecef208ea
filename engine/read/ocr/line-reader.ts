/**
 * A neural reader of single lines (PP-OCR recognition, run by ONNX Runtime), one per compiled module. It errs in other
 * places than Tesseract does, which makes what both read worth believing.
 * It must never compile bytes, start threads or keep memory past its bound: see `recogniser.ts`.
 */
/// <reference path="./onnx-runtime.d.ts" />
import createOnnxRuntime, { type OnnxRuntime } from 'onnxruntime-web/ort-wasm-simd-threaded.mjs';
import type { LineReaderAssets } from '#engine/model';
import type { BandPicture } from './band-picture.ts';
import { type Alphabet, alphabetOf, decodeLetters, type ReadLetter } from './decode-letters.ts';

/** The height of the pictures that the model was trained on. */
export const LINE_HEIGHT = 48;

/** 48 MB hold the model and a line of a thousand pixels. */
const MAX_IDLE_BYTES = 64 * 1024 * 1024;
const ALL_OPTIMISATIONS = 99;
const LOG_FATAL = 4;
const FLOAT = 1;
const ON_CPU = 1;
const POINTER = 4;

export interface LineReader {
  /** Letters of one line of text in a grey picture of `LINE_HEIGHT`, from left to right; blocks until it is done. */
  read(picture: BandPicture): Promise<readonly ReadLetter[]>;
  memoryBytes(): number;
}

const running = new WeakMap<WebAssembly.Module, Promise<LineReader>>();

/** The second reader could not be started or gave up; the page can still be read without it. */
export class LineReaderFailed extends Error {
  override readonly name = 'LineReaderFailed';
}

/** The shared instance. Throws `LineReaderFailed` when it cannot be started. */
export async function openLineReader(assets: LineReaderAssets): Promise<LineReader> {
  const known = running.get(assets.module);
  if (known !== undefined && (await known).memoryBytes() <= MAX_IDLE_BYTES) return known;
  const started = orFailed(() => start(assets), assets.module);
  running.set(assets.module, started);
  return started;
}

/** Whatever goes wrong in the runtime (a trap, memory refused, an exception of its own), the instance is forgotten. */
async function orFailed<T>(work: () => Promise<T>, module: WebAssembly.Module): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    running.delete(module);
    throw cause instanceof LineReaderFailed ? cause : new LineReaderFailed('the reader of lines failed', { cause });
  }
}

async function start({ module, model, dictionary }: LineReaderAssets): Promise<LineReader> {
  const runtime = await startRuntime(module);
  check(runtime._OrtInit(1, LOG_FATAL));
  const session = await openSession(runtime, await model());
  const reader = lineReaderOf(runtime, session, alphabetOf(await dictionary()));
  return { ...reader, read: (picture) => orFailed(() => reader.read(picture), module) };
}

/** The runtime itself never ends waiting for a module that cannot be instantiated. */
function startRuntime(module: WebAssembly.Module): Promise<OnnxRuntime> {
  return new Promise((resolve, reject) => {
    createOnnxRuntime({
      numThreads: 1,
      instantiateWasm: (imports, done) => {
        WebAssembly.instantiate(module, imports)
          .then((instance) => done(instance, module))
          .catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

async function openSession(runtime: OnnxRuntime, model: Uint8Array): Promise<number> {
  const address = allocate(runtime, model.length);
  runtime.HEAPU8.set(model, address);
  // No arena and no memory pattern: both keep the most that any line ever took.
  const options = runtime._OrtCreateSessionOptions(ALL_OPTIMISATIONS, 0, 0, 0, 0, 0, 0, LOG_FATAL, 0, 0);
  try {
    return handle(await runtime._OrtCreateSession(address, model.length, handle(options)));
  } finally {
    runtime._OrtReleaseSessionOptions(options);
    runtime._free(address);
  }
}

function lineReaderOf(runtime: OnnxRuntime, session: number, alphabet: Alphabet): LineReader {
  // Room for: name of the input, name of the output, input, output, and what describes a tensor.
  const room = allocate(runtime, 16 * POINTER);
  const slot = (index: number) => room + index * POINTER;
  check(runtime._OrtGetInputOutputMetadata(session, 0, slot(0), slot(4)));
  check(runtime._OrtGetInputOutputMetadata(session, 1, slot(1), slot(4)));
  return {
    async read(picture) {
      const bytes = 3 * picture.width * picture.height * Float32Array.BYTES_PER_ELEMENT;
      const data = allocate(runtime, bytes);
      let input = 0;
      let output = 0;
      try {
        writePicture(new Float32Array(runtime.HEAPU8.buffer, data, bytes / 4), picture);
        [1, 3, picture.height, picture.width].forEach((size, index) => {
          runtime.setValue(slot(8 + index), size, 'i32');
        });
        input = handle(runtime._OrtCreateTensor(FLOAT, data, bytes, slot(8), 4, ON_CPU));
        runtime.setValue(slot(2), input, '*');
        runtime.setValue(slot(3), 0, '*');
        check(await runtime._OrtRun(session, slot(0), slot(2), 1, slot(1), 1, slot(3), 0));
        output = handle(runtime.getValue(slot(3), '*'));
        return lettersOf(runtime, output, slot(4), alphabet);
      } finally {
        if (output !== 0) runtime._OrtReleaseTensor(output);
        if (input !== 0) runtime._OrtReleaseTensor(input);
        runtime._free(data);
      }
    },
    memoryBytes: () => runtime.HEAPU8.buffer.byteLength,
  };
}

/** The model takes three equal planes of values in [-1, 1]. */
function writePicture(planes: Float32Array, { pixels }: BandPicture): void {
  for (let at = 0; at < pixels.length; at++) planes[at] = (pixels[at] ?? 0) / 127.5 - 1;
  planes.copyWithin(pixels.length, 0, pixels.length);
  planes.copyWithin(2 * pixels.length, 0, pixels.length);
}

/** `room` takes four numbers: type, data, dimensions and how many these are (1, steps, classes). */
function lettersOf(runtime: OnnxRuntime, tensor: number, room: number, alphabet: Alphabet): readonly ReadLetter[] {
  check(runtime._OrtGetTensorData(tensor, room, room + POINTER, room + 2 * POINTER, room + 3 * POINTER));
  const data = runtime.getValue(room + POINTER, '*');
  const dimensions = runtime.getValue(room + 2 * POINTER, '*');
  const steps = runtime.getValue(dimensions + POINTER, 'i32');
  const classes = runtime.getValue(dimensions + 2 * POINTER, 'i32');
  runtime._OrtFree(dimensions);
  return decodeLetters(new Float32Array(runtime.HEAPU8.buffer, data, steps * classes), classes, alphabet);
}

function allocate(runtime: OnnxRuntime, bytes: number): number {
  const address = runtime._malloc(bytes);
  if (address === 0) throw new LineReaderFailed(`no ${bytes} bytes left`);
  return address;
}

function check(status: number): void {
  if (status !== 0) throw new LineReaderFailed('the reader of lines failed');
}

function handle(value: number): number {
  if (value === 0) throw new LineReaderFailed('the reader of lines failed');
  return value;
}
