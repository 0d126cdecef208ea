import type { EngineHost } from '#engine/model';
import { inflateInSteps } from '../inflate.ts';
import { contentStreams, findWord } from './content-streams.ts';

/**
 * Measures the nesting of saved graphics states in a PDF's content streams. pdf.js links each saved state to the
 * previous one and walks the whole chain: the work grows with the square of the depth, in one step that no time limit
 * can interrupt.
 */

/** Maximum number of saved states over all streams; real pages have fewer than fifty. */
const MAX_SAVED = 1_000;
/** Decompressed bytes examined per file. A file that exceeds this is not passed to pdf.js. */
const MAX_UNPACKED = 16 * 1024 * 1024;
/** Image filters: their data contains no operators. */
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

const ENCRYPTED = new TextEncoder().encode('/Encrypt');
const [SAVE, RESTORE] = [0x71, 0x51];

/** Whether the file is safe for pdf.js. A stream that cannot be examined (unusual filters) makes the file unsafe. */
export async function hasShallowContent(bytes: Uint8Array, host: EngineHost): Promise<boolean> {
  // Encrypted streams cannot be examined.
  if (findWord(bytes, ENCRYPTED, 0) >= 0) return false;
  let unpacked = 0;
  let saved = 0;
  for (const { dictionary, data } of contentStreams(bytes)) {
    const names: readonly string[] = dictionary.match(/\/[A-Za-z0-9]+/g) ?? [];
    if (names.some((name) => PICTURE_FILTERS.has(name))) continue;
    const filters = names.filter((name) => name.endsWith('Decode') || name === '/Fl' || OTHER_FILTERS.has(name));
    const packed = names.includes('/Filter');
    if (packed && (filters.length !== 1 || (filters[0] !== '/FlateDecode' && filters[0] !== '/Fl'))) return false;
    let open = 0;
    const look = (part: Uint8Array): boolean => {
      unpacked += part.length;
      open = depthAfter(part, open);
      return unpacked <= MAX_UNPACKED && saved + open <= MAX_SAVED;
    };
    const pause = () => host.pause();
    const isCleared = packed ? (await inflateInSteps(data, 'zlib', pause, look)) !== 'stopped' : look(data);
    if (!isCleared) return false;
    saved += open;
  }
  return true;
}

/** Number of saved states open after this part, counted by operators that are single letters. */
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

/** True for white space and for the edge of the part. */
function isSpace(byte: number | undefined): boolean {
  return byte === undefined || byte <= 0x20;
}
