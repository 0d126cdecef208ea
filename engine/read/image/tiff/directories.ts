/** TIFF tags used (TIFF 6.0, part 1, and technical note 2 for 347). */
export const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planar: 284,
  faxOptions: 292,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  jpegTables: 347,
} as const;

const WANTED: ReadonlySet<number> = new Set(Object.values(TAG));
/** Bytes per value by field type; unsupported types have none. */
const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1 };
/** More strips or palette entries than any page has. */
const MAX_VALUES = 20_000;

export type Directory = ReadonlyMap<number, readonly number[]>;

/** The tags of the first directory, or of every page's; at most `maxPages`, and no directory twice. */
export function readDirectories(
  bytes: Uint8Array,
  maxPages: number,
): { readonly pages: Directory[]; readonly more: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pages: Directory[] = [];
  if (bytes.length < 8) return { pages, more: false };
  const little = bytes[0] === 0x49;
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at > 0 && at + 2 <= bytes.length && !seen.has(at)) {
    if (pages.length === maxPages) return { pages, more: true };
    seen.add(at);
    const count = view.getUint16(at, little);
    const directory = new Map<number, readonly number[]>();
    for (let index = 0; index < count; index++) {
      const entry = at + 2 + index * 12;
      if (entry + 12 > bytes.length) break;
      const tag = view.getUint16(entry, little);
      if (WANTED.has(tag)) directory.set(tag, readValues(view, entry, little));
    }
    if (directory.has(TAG.width) && directory.has(TAG.height)) pages.push(directory);
    const link = at + 2 + count * 12;
    at = link + 4 <= bytes.length ? view.getUint32(link, little) : 0;
  }
  return { pages, more: false };
}

function readValues(view: DataView, entry: number, little: boolean): number[] {
  const type = view.getUint16(entry + 2, little);
  const size = TYPE_BYTES[type];
  if (size === undefined) return [];
  const count = Math.min(view.getUint32(entry + 4, little), MAX_VALUES);
  const from = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
  const values: number[] = [];
  for (let index = 0; index < count; index++) {
    const at = from + index * size;
    if (at + size > view.byteLength) break;
    values.push(size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, little) : view.getUint32(at, little));
  }
  return values;
}
