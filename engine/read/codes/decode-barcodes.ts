import { prepareZXingModule, purgeZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import type { Box } from '#core/domain/result';
import type { EngineHost, PageCode } from '#engine/model';
import { isModuleFailure, moduleError } from '#engine/pdfium/module-failure';
import { type Picture, shrinkFactor } from '../image/picture.ts';

/** Formats to search for: North American licences (PDF417), goods (GS1), and document and parcel numbers. */
const FORMATS = { PDF417: 'pdf417', EAN13: 'ean13', EAN8: 'ean8', UPCA: 'upca', Code128: 'code128' } as const;
type Format = keyof typeof FORMATS;

/** The decoder needs four bytes per pixel. */
const MAX_PIXELS = 4_500_000;
/** More codes than this mean a sheet of labels. */
const MAX_CODES = 16;
const BYTES_PER_PIXEL = 4;
const OPAQUE = 255;

/**
 * A small image needs 17 MB. After a large one (60 MB) the next image waits a few milliseconds for a fresh instance.
 */
const MAX_IDLE_BYTES = 24 * 1024 * 1024;

let prepared: WebAssembly.Module | undefined;
let memory: WebAssembly.Memory | undefined;

/**
 * Returns the barcodes of a grey image in reading order, with boxes in its pixels. Only codes that pass their own check
 * are returned (Reed-Solomon for PDF417, check digits or check characters for the others). Blocks for about 50 ms.
 */
export async function decodeBarcodes(picture: Picture, host: EngineHost): Promise<readonly PageCode[]> {
  prepare(await host.barcodes());
  const factor = shrinkFactor(picture, MAX_PIXELS);
  const found = await decoded(imageOf(picture, factor), host);
  return found
    .flatMap((code) => (code.isValid && isFormat(code.format) ? [codeOf(code, code.format, factor)] : []))
    .toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** An image that makes the decoder fail has no barcodes; the failure is reported to the host. */
async function decoded(image: ReturnType<typeof imageOf>, host: EngineHost): Promise<readonly ReadResult[]> {
  try {
    return await readBarcodes(image, {
      formats: Object.keys(FORMATS).filter(isFormat),
      tryHarder: true,
      tryRotate: true,
      tryInvert: false,
      maxNumberOfSymbols: MAX_CODES,
      textMode: 'Plain',
    });
  } catch (error) {
    if (!isModuleFailure(error) && !(error instanceof Error)) throw error;
    host.degraded?.('barcodes', isModuleFailure(error) ? moduleError(error) : error);
    forget();
    return [];
  } finally {
    if ((memory?.buffer.byteLength ?? 0) > MAX_IDLE_BYTES) forget();
  }
}

/** WebAssembly memory never shrinks, and after a failure the state is unknown: the next image gets a fresh instance. */
function forget(): void {
  purgeZXingModule();
  prepared = undefined;
  memory = undefined;
}

function isFormat(name: string): name is Format {
  return name in FORMATS;
}

/** The decoder keeps one instance itself; it only needs to know once which module to instantiate. */
function prepare(module: WebAssembly.Module): void {
  if (prepared === module) return;
  prepared = module;
  prepareZXingModule({
    overrides: {
      instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
        void WebAssembly.instantiate(module, imports).then((instance) => {
          memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
          done(instance);
        });
        return {};
      },
    },
  });
}

function imageOf({ width, height, channels, pixels }: Picture, factor: number) {
  const [across, down] = [Math.floor(width / factor), Math.floor(height / factor)];
  const data = new Uint8ClampedArray(across * down * BYTES_PER_PIXEL).fill(OPAQUE);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const at = (y * across + x) * BYTES_PER_PIXEL;
      const grey = pixels[(y * width + x) * factor * channels] ?? OPAQUE;
      data[at] = grey;
      data[at + 1] = grey;
      data[at + 2] = grey;
    }
  }
  return { width: across, height: down, data, colorSpace: 'srgb' as const };
}

function codeOf({ text, position }: ReadResult, format: Format, factor: number): PageCode {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const xs = corners.map(({ x }) => x * factor);
  const ys = corners.map(({ y }) => y * factor);
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  // A UPC-A is an EAN-13 that begins with 0 (GS1 General Specifications, 5.2.1), and is reported as UPC-A.
  const american = format === 'EAN13' && text.startsWith('0');
  return american ? { kind: 'upca', text: text.slice(1), box } : { kind: FORMATS[format], text, box };
}
