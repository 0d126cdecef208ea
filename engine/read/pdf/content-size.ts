import type { EngineHost } from '#engine/model';
import { inflateInSteps } from '../inflate.ts';
import { contentStreams } from './content-streams.ts';
import { createLetterCounter } from './count-letters.ts';

/**
 * Streams are unpacked and parsed by pdfium in one step each, about 60 ms a megabyte of operators. The longest content
 * of the genuine files here has 0.7 MB, of a drawing 3.3 MB.
 */
const MAX_UNPACKED = 3.5 * 1024 * 1024;
/** Finding the words of a page is one step too, 0.3 µs a letter. A dense page has 8,000, a page of small print 40,000. */
const MAX_LETTERS = 500_000;
/** Streams that are no content but unpacked in one step as well: objects, cross-references. Unpacking costs 2 ms a megabyte. */
const MAX_UNPACKED_OTHER = 32 * 1024 * 1024;
/** DEFLATE packs at most 1:1032. */
const MAX_RATIO = 1032;
/** Unpacked bytes of an outer layer that are kept to look into the inner one. */
const MAX_INNER = 8 * 1024 * 1024;
/** Dictionary entries of images, fonts and embedded files, which pdfium decodes in bounded steps or not at all. */
const NOT_CONTENT =
  /\/(?:Subtype\s*\/Image|Image|FontFile\d?|EmbeddedFile|Length1|Type1C|CIDFontType0C|OpenType|Metadata|Params)\b/;
/** Those of objects, cross-references, colour profiles, functions and shadings. */
const NOT_DRAWN = /\/(?:ObjStm|XRef|N|Alternate|FunctionType|ShadingType)\b/;
const FILTER = /\/Filter\b/;

/** Whether a content stream of the PDF is more than pdfium may be given. Only long streams are looked into. */
export async function hasOversizedContent(bytes: Uint8Array, host: EngineHost): Promise<boolean> {
  for (const { dictionary, data } of contentStreams(bytes)) {
    if (NOT_CONTENT.test(dictionary)) continue;
    const look = createLook(dictionary);
    const layers = dictionary.split('/FlateDecode').length - 1;
    if (layers === 0) {
      if (!FILTER.test(dictionary) && data.length > MAX_LETTERS && !look.take(data)) return true;
    } else if (
      layers === 1
        ? data.length * MAX_RATIO > look.most && (await unpacksBeyond(data, look, host))
        : await isBombOfLayers(data, look, host)
    )
      return true;
  }
  return false;
}

/** Counts what a stream holds. */
interface Look {
  /** The most bytes that it may hold. */
  readonly most: number;
  /** False once it holds too much. */
  take(piece: Uint8Array): boolean;
}

function createLook(dictionary: string): Look {
  const isDrawn = !NOT_DRAWN.test(dictionary);
  const most = isDrawn ? MAX_UNPACKED : MAX_UNPACKED_OTHER;
  const lettersAfter = createLetterCounter();
  let length = 0;
  return {
    most,
    take(piece) {
      length += piece.length;
      return length <= most && (!isDrawn || lettersAfter(piece) <= MAX_LETTERS);
    },
  };
}

/** Packed twice: what the outer layer unpacks to is short in a genuine file, and is itself looked into. */
async function isBombOfLayers(data: Uint8Array, look: Look, host: EngineHost): Promise<boolean> {
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
  return end === 'stopped' || (length * MAX_RATIO > look.most && (await unpacksBeyond(inner, look, host)));
}

async function unpacksBeyond(data: Uint8Array | readonly Uint8Array[], look: Look, host: EngineHost): Promise<boolean> {
  return (await inflateInSteps(data, 'zlib', () => host.pause(), look.take)) === 'stopped';
}
