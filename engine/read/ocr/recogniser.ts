/**
 * One running Tesseract per compiled module, with the languages requested so far. Its memory never shrinks: past the
 * limit, or after a trap, the instance is dropped and the next caller gets a fresh one (about 150 ms, mostly for the
 * language model). Must never compile bytes: workerd only runs modules compiled before startup.
 */
/// <reference path="./tesseract-core.d.ts" />
import TesseractCore, { type TesseractModule } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import type { EngineHost, OcrAssets, RecognisedLanguage } from '#engine/model';
import { isModuleFailure, moduleError } from '#engine/pdfium/module-failure';

/**
 * Band images are small, so the models take most of it; besides the line reader's 15 MB, a Worker has 128 MB in all.
 */
const MAX_IDLE_OCR_BYTES = 56 * 1024 * 1024;

/** Page segmentation modes of tesseract's publictypes.h. */
export type Segmentation = 4 | 6 | 7 | 11 | 13;

/** OEM_LSTM_ONLY. */
const LSTM_ONLY = 1;

export interface RecognisedWord {
  readonly text: string;
  /** In pixels of the given image. */
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
  /** In [0, 1]. */
  readonly confidence: number;
  /** Sequential number of its line in the image. */
  readonly line: number;
  /** The line reader recognised the same letters. */
  readonly agreed?: true;
}

export interface Recogniser {
  /** Recognises a small grey image; blocks until done. */
  recognise(pixels: Uint8Array, width: number, height: number, segmentation: Segmentation): readonly RecognisedWord[];
}

interface Instance {
  /** Loads the language's model on first use. */
  recogniserOf(language: RecognisedLanguage): Promise<Recogniser>;
  memoryBytes(): number;
}

const running = new WeakMap<WebAssembly.Module, Promise<Instance>>();

/** Recognition failed: it trapped or ran out of memory. The image is the cause, not the program. */
export class RecogniserFailed extends Error {
  override readonly name = 'RecogniserFailed';
}

/** Runs `work` on the shared instance, in a language. Throws `RecogniserFailed` if the module itself fails. */
export async function withRecogniser<T>(
  host: EngineHost,
  work: (recogniser: Recogniser) => Promise<T>,
  language: RecognisedLanguage = 'en',
): Promise<T> {
  const assets = await host.ocr();
  const current = running.get(assets.module) ?? start(assets);
  running.set(assets.module, current);
  let healthy = false;
  try {
    const instance = await current;
    const result = await work(await instance.recogniserOf(language));
    healthy = instance.memoryBytes() <= MAX_IDLE_OCR_BYTES;
    return result;
  } catch (error) {
    if (isModuleFailure(error)) {
      const cause = moduleError(error);
      throw new RecogniserFailed(cause.message, { cause });
    }
    throw error;
  } finally {
    if (!healthy && running.get(assets.module) === current) running.delete(assets.module);
  }
}

async function start({ module, languageModel }: OcrAssets): Promise<Instance> {
  let memory: WebAssembly.Memory | undefined;
  const tesseract = await TesseractCore({
    instantiateWasm: (imports, done) => {
      void WebAssembly.instantiate(module, imports).then((instance) => {
        memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
        done(instance, module);
      });
      return {};
    },
    print: () => undefined,
    printErr: () => undefined,
  });
  if (memory === undefined) throw new TypeError('the OCR module exports no memory');
  const own = memory;
  const languages = new Map<RecognisedLanguage, Promise<Recogniser>>();
  return {
    recogniserOf: (language) => {
      const known = languages.get(language) ?? open(tesseract, own, language, languageModel(language));
      languages.set(language, known);
      return known;
    },
    memoryBytes: () => own.buffer.byteLength,
  };
}

async function open(
  tesseract: TesseractModule,
  memory: WebAssembly.Memory,
  language: RecognisedLanguage,
  model: Promise<Uint8Array>,
): Promise<Recogniser> {
  tesseract.FS.writeFile(`/${language}.traineddata`, await model);
  const api = new tesseract.TessBaseAPI();
  const failed = api.Init('/', language, LSTM_ONLY);
  if (failed !== 0) throw new TypeError('the OCR module refuses its language model');
  tesseract.FS.unlink(`/${language}.traineddata`);
  api.SetVariable('debug_file', '/dev/null');
  return {
    recognise(pixels, width, height, segmentation) {
      const address = tesseract._malloc(pixels.length);
      if (address === 0) throw new RecogniserFailed(`no ${pixels.length} bytes left`);
      try {
        new Uint8Array(memory.buffer, address, pixels.length).set(pixels);
        api.SetPageSegMode(segmentation);
        api.SetImage(address, width, height, 1, width);
        api.SetSourceResolution(300);
        return wordsOfTsv(api.GetTSVText(0));
      } finally {
        tesseract._free(address);
        api.Clear();
      }
    },
  };
}

/**
 * Columns of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 */
const WORD_LEVEL = 5;

function wordsOfTsv(tsv: string): RecognisedWord[] {
  const words: RecognisedWord[] = [];
  let line = -1;
  let key = '';
  for (const row of tsv.split('\n')) {
    const columns = row.split('\t');
    if (Number(columns[0]) !== WORD_LEVEL) continue;
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = columns.slice(6, 11).map(Number);
    const text = (columns[11] ?? '').trim();
    const itsKey = columns.slice(1, 5).join();
    if (itsKey !== key) {
      key = itsKey;
      line += 1;
    }
    if (text === '') continue;
    words.push({
      text,
      box: [left, top, left + width, top + height],
      confidence: Math.min(1, Math.max(0, confidence / 100)),
      line,
    });
  }
  return words;
}
