import type { EngineHost, ReadOutcome } from '#engine/model';
import { documentOfBlocks } from '../flow/lay-out.ts';
import { MAX_TEXT_BYTES } from '../limits.ts';
import { decodeText } from '../text/decode-text.ts';
import { blocksOfHtml } from './html-blocks.ts';

/** Reads a web page or HTML mail and lays it out on pages. Fetches nothing it links to. */
export async function readHtml(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    return { ok: false, error: { code: 'too_large', message: `The page is larger than ${MAX_TEXT_BYTES} bytes.` } };
  }
  const blocks = await blocksOfHtml(decodeText(bytes, declaredEncoding(bytes)), () => host.pause());
  if (blocks === undefined) {
    return { ok: false, error: { code: 'damaged', message: 'The page is damaged: its elements are never closed.' } };
  }
  return documentOfBlocks(blocks, 'text/html', host);
}

/** `<meta charset>` and its older form, searched in the first 1,024 bytes as browsers do. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}
