import type { EngineHost } from '#engine/model';
import { inflateInSteps } from '../inflate.ts';
import { contentStreams, findWord } from './content-streams.ts';

/**
 * How deep the content streams of a PDF save their state. pdf.js links each saved state to the one before and looks
 * through all of them: the work grows with the square of the depth, in one step that no limit of time can end.
 */

/** Saved states over all streams together; real pages have under fifty. */
const MAX_SAVED = 1_000;
/** Unpacked bytes looked at in one file. Beyond them the file is not cleared. */
const MAX_UNPACKED = 16 * 1024 * 1024;
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

const ENCRYPTED = new TextEncoder().encode('/Encrypt');
const [SAVE, RESTORE] = [0x71, 0x51];

/** Whether pdf.js may be asked. A stream that cannot be looked into (unusual filters) does not clear the file. */
export async function hasShallowContent(bytes: Uint8Array, host: EngineHost): Promise<boolean> {
  // What is encrypted cannot be looked into.
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
