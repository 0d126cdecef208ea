import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.js';
import type { EngineHost } from '#engine/model';
import { isModuleFailure } from '#engine/pdfium/module-failure';
import { type DecodeOptions, type DecodeOutcome, decodeFailure, type PixelSize } from './picture.ts';
import { rowSink } from './row-sink.ts';

/** libwebp outputs four bytes per pixel, held twice during the copy: 64 MB at this limit. */
const MAX_SOURCE_PIXELS = 8_000_000;

/** Decodes a WebP (lossy or lossless; animations are rejected by the decoder) on white. */
export async function decodeWebp(bytes: Uint8Array, options: DecodeOptions, host: EngineHost): Promise<DecodeOutcome> {
  const size = sizeOf(bytes);
  if (size === undefined) return decodeFailure('damaged', 'The WebP is damaged: its header cannot be read.');
  if (size.width * size.height > MAX_SOURCE_PIXELS) {
    return decodeFailure('too_large', `The WebP has ${size.width} × ${size.height} pixels; that is too many.`);
  }
  const module = await host.webp();
  // A fresh instance for each image: its memory never shrinks, and starting one takes a few milliseconds.
  const decoder = await webpDecoder({
    noInitialRun: true,
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      void WebAssembly.instantiate(module, imports).then(done);
      return {};
    },
  });
  await host.pause();
  const image = decodedBy(decoder, bytes);
  if (!image || image.width !== size.width)
    return decodeFailure('damaged', 'The WebP is damaged: it holds no picture.');
  const sink = rowSink(size, 3, options);
  const rgb = new Uint8Array(size.width * 3);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const at = (y * size.width + x) * 4;
      const alpha = (image.data[at + 3] ?? 255) / 255;
      for (let c = 0; c < 3; c++) rgb[3 * x + c] = (image.data[at + c] ?? 0) * alpha + 255 * (1 - alpha);
    }
    sink.add(rgb);
  }
  return { ok: true, picture: sink.finish(), source: size };
}

/** Undefined if the decoder rejects the file or fails. */
function decodedBy(decoder: Awaited<ReturnType<typeof webpDecoder>>, bytes: Uint8Array) {
  try {
    return decoder.decode(bytes.slice().buffer);
  } catch (error) {
    if (!isModuleFailure(error)) throw error;
    return null;
  }
}

/** Width and height from the first chunk: VP8X, VP8L or VP8 (RFC 9649). */
function sizeOf(bytes: Uint8Array): PixelSize | undefined {
  if (bytes.length < 30) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (String.fromCharCode(...bytes.subarray(12, 16))) {
    case 'VP8X':
      return {
        width: 1 + (view.getUint32(24, true) & 0xffffff),
        height: 1 + (view.getUint32(26, true) >>> 8),
      };
    case 'VP8L': {
      const packed = view.getUint32(21, true);
      return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return undefined;
  }
}
