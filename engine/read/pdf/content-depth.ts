import type { EngineHost } from '#engine/model';

/**
 * How deep the content streams of a PDF save their state. pdf.js links each saved state to the one before and looks
 * through all of them: the work grows with the square of the depth, in one step that no limit of time can end.
 */

/** Saved states over all streams together; real pages have under fifty. */
const MAX_SAVED = 1_000;
/** Unpacked bytes looked at in one file. Beyond them the file is not cleared. */
const MAX_UNPACKED = 16 * 1024 * 1024;
const BYTES_PER_SLICE = 256 * 1024;
/** Dictionaries of streams are shorter. */
const DICTIONARY_BYTES = 1_024;
/** Filters of pictures: what they pack holds no operators. */
const PICTURE_FILTERS = new Set([
  '/DCTDecode',
  '/DCT',
  '/JPXDecode',
  '/CCITTFaxDecode',
  '/CCF',
  '/JBIG2Decode',
  '/Image',
]);
const OTHER_FILTERS = new Set(['/LZW', '/A85', '/AHx', '/RL', '/Crypt']);

const [SAVE, RESTORE] = [0x71, 0x51];

/** Whether pdf.js may be asked. A stream that cannot be looked into (unusual filters) does not clear the file. */
export async function hasShallowContent(bytes: Uint8Array, host: EngineHost): Promise<boolean> {
  const text = new TextDecoder('latin1').decode(bytes);
  // What is encrypted cannot be looked into.
  if (text.includes('/Encrypt')) return false;
  let unpacked = 0;
  let saved = 0;
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.startsWith('end', at - 3)) continue;
    const dictionary =
      text
        .slice(Math.max(0, at - DICTIONARY_BYTES), at)
        .split('endobj')
        .at(-1) ?? '';
    const end = text.indexOf('endstream', at);
    const data = bytes.subarray(at + (text.startsWith('\r\n', at + 6) ? 8 : 7), end < 0 ? undefined : end);
    at = end < 0 ? text.length : end;
    const names: readonly string[] = dictionary.match(/\/[A-Za-z0-9]+/g) ?? [];
    if (names.some((name) => PICTURE_FILTERS.has(name))) continue;
    const filters = names.filter((name) => name.endsWith('Decode') || name === '/Fl' || OTHER_FILTERS.has(name));
    const packed = names.includes('/Filter');
    if (packed && (filters.length !== 1 || (filters[0] !== '/FlateDecode' && filters[0] !== '/Fl'))) return false;
    let open = 0;
    for await (const part of packed ? inflated(data) : [data]) {
      unpacked += part.length;
      open = depthAfter(part, open);
      if (unpacked > MAX_UNPACKED || saved + open > MAX_SAVED) return false;
      if (unpacked % BYTES_PER_SLICE < part.length) await host.pause();
    }
    saved += open;
  }
  return true;
}

/** Saved states that are open behind this part, counted by letters that stand alone. */
function depthAfter(part: Uint8Array, before: number): number {
  let depth = before;
  for (let at = 0; at < part.length; at += 1) {
    const sign = part[at];
    if (sign !== SAVE && sign !== RESTORE) continue;
    if (!isSpace(part[at - 1]) || !isSpace(part[at + 1])) continue;
    depth = Math.max(0, depth + (sign === SAVE ? 1 : -1));
  }
  return depth;
}

/** White space, or the edge of the part. */
function isSpace(byte: number | undefined): boolean {
  return byte === undefined || byte <= 0x20;
}

async function* inflated(data: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = new Blob([data.slice()]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    // A cut stream rejects; what came before it counts.
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
