import type { EngineHost } from '#engine/model';
import { inflateInSteps } from '../inflate.ts';
import { contentStreams } from './content-streams.ts';

/** Streams are unpacked by pdfium in one step each; more than this would hold the event loop for longer than 250 ms. */
const MAX_UNPACKED = 32 * 1024 * 1024;
/** DEFLATE packs at most 1:1032: a shorter stream cannot unpack to more. */
const MIN_PACKED = Math.floor(MAX_UNPACKED / 1032);
/** Dictionary entries of images, fonts and embedded files, which pdfium decodes in bounded steps or not at all. */
const NOT_CONTENT = /\/(?:Subtype\s*\/Image|Image|FontFile\d?|EmbeddedFile|Length1)\b/;

/** Whether a content stream of the PDF unpacks to more than pdfium may be given. Only long streams are looked into. */
export async function hasOversizedContent(bytes: Uint8Array, host: EngineHost): Promise<boolean> {
  for (const { dictionary, data } of contentStreams(bytes)) {
    if (data.length < MIN_PACKED || !dictionary.includes('/FlateDecode') || NOT_CONTENT.test(dictionary)) continue;
    let unpacked = 0;
    const pause = () => host.pause();
    const end = await inflateInSteps(data, 'zlib', pause, (piece) => {
      unpacked += piece.length;
      return unpacked <= MAX_UNPACKED;
    });
    if (end === 'stopped') return true;
  }
  return false;
}
