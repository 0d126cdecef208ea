import type { EngineHost, ReadOutcome } from '#engine/model';
import { documentOfBlocks } from '../flow/lay-out.ts';
import { MAX_TEXT_BYTES } from '../limits.ts';
import { decodeText } from '../text/decode-text.ts';
import { blocksOfHtml } from './html-blocks.ts';

/** A web page or the HTML of a mail, set on pages. Nothing it points to is fetched. */
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

/** `<meta charset>` and its older form, looked for where browsers look: in the first 1,024 bytes. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}
