import type { EngineHost } from '#engine/model';
import { inflateInSteps } from '../inflate.ts';
import { contentStreams } from './content-streams.ts';

/** pdfium decompresses each stream in one step; more than this would block the event loop for longer than 250 ms. */
const MAX_UNPACKED = 32 * 1024 * 1024;
/** DEFLATE compresses at most 1:1032: a shorter stream cannot exceed the limit. */
const MIN_PACKED = Math.floor(MAX_UNPACKED / 1032);
/** Decompressed bytes of an outer layer kept to examine the inner one. */
const MAX_INNER = 8 * 1024 * 1024;
/** Dictionary entries of images, fonts and embedded files, which pdfium decodes in bounded steps or not at all. */
const NOT_CONTENT = /\/(?:Subtype\s*\/Image|Image|FontFile\d?|EmbeddedFile|Length1)\b/;

/**
 * Whether a content stream of the PDF decompresses to more than the limit for pdfium. Only long streams are examined.
 */
export async function hasOversizedContent(bytes: Uint8Array, host: EngineHost): Promise<boolean> {
  for (const { dictionary, data } of contentStreams(bytes)) {
    const layers = dictionary.split('/FlateDecode').length - 1;
    if (layers === 0 || NOT_CONTENT.test(dictionary)) continue;
    if (
      layers === 1 ? data.length >= MIN_PACKED && (await unpacksBeyond(data, host)) : await isBombOfLayers(data, host)
    )
      return true;
  }
  return false;
}

/** Doubly compressed streams: the output of the outer layer is short in a genuine file, and is examined itself. */
async function isBombOfLayers(data: Uint8Array, host: EngineHost): Promise<boolean> {
  const inner: Uint8Array[] = [];
  let length = 0;
  const end = await inflateInSteps(
    data,
    'zlib',
    () => host.pause(),
    (piece) => {
      inner.push(piece.slice());
      length += piece.length;
      return length <= MAX_INNER;
    },
  );
  return end === 'stopped' || (length >= MIN_PACKED && (await unpacksBeyond(inner, host)));
}

async function unpacksBeyond(data: Uint8Array | readonly Uint8Array[], host: EngineHost): Promise<boolean> {
  let unpacked = 0;
  const end = await inflateInSteps(
    data,
    'zlib',
    () => host.pause(),
    ({ length }) => {
      unpacked += length;
      return unpacked <= MAX_UNPACKED;
    },
  );
  return end === 'stopped';
}
