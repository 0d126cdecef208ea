import type { EngineHost } from '#engine/model';
import { decodeJpeg } from '../jpeg/decode-jpeg.ts';
import { type DecodeOptions, type DecodeOutcome, decodeFailure, MAX_SOURCE_SIDE } from '../picture.ts';
import { type RowSink, rowSink } from '../row-sink.ts';
import { type Directory, TAG } from './directories.ts';
import { decodeFax, type FaxOptions } from './fax.ts';
import { unpackBits, unpackDeflate, unpackLzw } from './unpack-strip.ts';

/** Maximum decompressed strip; files with one strip per page are common, and 48 MB holds A4 in colour at 400 dpi. */
const MAX_STRIP_BYTES = 48 * 1024 * 1024;
const MAX_SOURCE_PIXELS = 100_000_000;

/** Compression (tag 259). */
const NONE = 1;
const FAX_ROWS = 2;
const FAX_GROUP_3 = 3;
const FAX_GROUP_4 = 4;
const LZW = 5;
const JPEG = 7;
const ADOBE_DEFLATE = 8;
const DEFLATE = 32946;
const PACK_BITS = 32773;

/** Photometric interpretation (tag 262). */
const WHITE_IS_ZERO = 0;
const PALETTE = 3;
const SEPARATED = 5;

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly samples: number;
  readonly photometric: number;
  readonly rowBytes: number;
  readonly rowsPerStrip: number;
}

/**
 * Decodes one page of a TIFF stored in strips: bilevel fax, LZW, deflate, PackBits, JPEG or uncompressed; grey,
 * palette, RGB or CMYK.
 */
export async function decodeTiffPage(
  bytes: Uint8Array,
  directory: Directory,
  options: DecodeOptions,
  host: EngineHost,
): Promise<DecodeOutcome> {
  const layout = layoutOf(directory);
  const { width, height } = layout;
  if (width === 0 || height === 0) return decodeFailure('damaged', 'The TIFF states no size for a page.');
  const packing = first(directory, TAG.compression, NONE);
  const offsets = directory.get(TAG.stripOffsets) ?? [];
  const isPlain = layout.bits <= 8 || layout.bits === 16;
  if (directory.has(TAG.tileWidth) || offsets.length === 0 || !isPlain || first(directory, TAG.planar, 1) !== 1) {
    return decodeFailure('unsupported_media_type', 'This kind of TIFF (tiles, planes or unusual depths) is not read.');
  }
  if (
    Math.max(width, height) > MAX_SOURCE_SIDE ||
    width * height > MAX_SOURCE_PIXELS ||
    layout.rowBytes * Math.min(layout.rowsPerStrip, height) > MAX_STRIP_BYTES
  ) {
    return decodeFailure('too_large', `A page of the TIFF has ${width} × ${height} pixels; that is too many.`);
  }
  const lengths = directory.get(TAG.stripBytes) ?? [];
  const strips = offsets.map((offset, index) => bytes.subarray(offset, offset + (lengths[index] ?? bytes.length)));
  if (packing === JPEG && strips.length === 1) return decodeJpeg(withTables(strips[0], directory), options, host);
  const sink = rowSink(layout, 3, options);
  const rgb = new Uint8Array(width * 3);
  let rows = 0;
  for (const strip of strips) {
    const expected = Math.min(layout.rowsPerStrip, height - rows);
    if (expected <= 0) break;
    await host.pause();
    const read = await addStrip(strip, expected, packing, layout, directory, sink, rgb, host);
    if (read === undefined) {
      return decodeFailure('unsupported_media_type', `TIFFs of the compression ${packing} are not read.`);
    }
    rows += expected;
  }
  return { ok: true, picture: sink.finish(), source: { width, height } };
}

/** Adds the rows of one strip to the sink, always as many as expected; `undefined` for an unknown compression. */
async function addStrip(
  strip: Uint8Array,
  expected: number,
  packing: number,
  layout: Layout,
  directory: Directory,
  sink: RowSink,
  rgb: Uint8Array,
  host: EngineHost,
): Promise<number | undefined> {
  const add = (row: Uint8Array) => {
    toRgb(row, layout, directory.get(TAG.palette) ?? [], rgb);
    sink.add(rgb);
  };
  if (packing === FAX_ROWS || packing === FAX_GROUP_3 || packing === FAX_GROUP_4) {
    const scheme = packing === FAX_GROUP_4 ? 'group-4' : packing === FAX_GROUP_3 ? 'group-3' : 'rows';
    const options: FaxOptions = {
      scheme,
      twoDimensional: (first(directory, TAG.faxOptions, 0) & 1) === 1,
      leastBitFirst: first(directory, TAG.fillOrder, 1) === 2,
    };
    const read = decodeFax(strip, layout.width, expected, options, add);
    for (let row = read; row < expected; row++)
      add(new Uint8Array(layout.rowBytes).fill(layout.photometric === WHITE_IS_ZERO ? 0 : 255));
    return read;
  }
  if (packing === JPEG) {
    const options = { channels: 3, maxPixels: layout.width * expected } as const;
    const decoded = await decodeJpeg(withTables(strip, directory), options, host);
    if (!decoded.ok || decoded.picture.width !== layout.width) return undefined;
    for (let row = 0; row < expected; row++)
      sink.add(decoded.picture.pixels.subarray(row * layout.width * 3, (row + 1) * layout.width * 3));
    return expected;
  }
  const data = await unpacked(strip, packing, layout.rowBytes * expected, host);
  if (data === undefined) return undefined;
  if (first(directory, TAG.predictor, 1) === 2) undoDifferences(data, layout);
  for (let row = 0; row < expected; row++) add(data.subarray(row * layout.rowBytes, (row + 1) * layout.rowBytes));
  return expected;
}

async function unpacked(
  strip: Uint8Array,
  packing: number,
  size: number,
  host: EngineHost,
): Promise<Uint8Array | undefined> {
  switch (packing) {
    case NONE: {
      const whole = new Uint8Array(size);
      whole.set(strip.subarray(0, size));
      return whole;
    }
    case LZW:
      return unpackLzw(strip, size);
    case PACK_BITS:
      return unpackBits(strip, size);
    case DEFLATE:
    case ADOBE_DEFLATE:
      return unpackDeflate(strip, size, () => host.pause());
    default:
      return undefined;
  }
}

/** Horizontal differencing of 8-bit samples (TIFF 6.0, section 14). */
function undoDifferences(data: Uint8Array, { bits, samples, rowBytes }: Layout): void {
  if (bits !== 8) return;
  for (let row = 0; row < data.length; row += rowBytes) {
    for (let at = row + samples; at < row + rowBytes; at++) data[at] = (data[at] ?? 0) + (data[at - samples] ?? 0);
  }
}

function toRgb(
  row: Uint8Array,
  { width, bits, samples, photometric }: Layout,
  palette: readonly number[],
  rgb: Uint8Array,
): void {
  const step = (bits * samples) / 8;
  const largest = (1 << Math.min(bits, 8)) - 1;
  const colours = palette.length / 3;
  // Only the upper byte of 16-bit samples is used. Which byte that is depends on the byte order.
  const sampleBytes = bits === 16 ? 2 : 1;
  for (let x = 0; x < width; x++) {
    const bit = x * bits;
    let red = bits < 8 ? ((row[bit >> 3] ?? 0) >> (8 - bits - (bit & 7))) & largest : (row[Math.floor(x * step)] ?? 0);
    let green = red;
    let blue = red;
    if (photometric === PALETTE) {
      green = (palette[colours + red] ?? 0) >> 8;
      blue = (palette[2 * colours + red] ?? 0) >> 8;
      red = (palette[red] ?? 0) >> 8;
    } else if (samples >= 3 && bits >= 8) {
      const at = x * step;
      green = row[at + sampleBytes] ?? 0;
      blue = row[at + 2 * sampleBytes] ?? 0;
      if (photometric === SEPARATED) {
        const white = (255 - (row[at + 3 * sampleBytes] ?? 0)) / 255;
        red = (255 - red) * white;
        green = (255 - green) * white;
        blue = (255 - blue) * white;
      }
    } else {
      if (bits < 8) red = (red * 255) / largest;
      if (photometric === WHITE_IS_ZERO) red = 255 - red;
      green = red;
      blue = red;
    }
    rgb[3 * x] = red;
    rgb[3 * x + 1] = green;
    rgb[3 * x + 2] = blue;
  }
}

function layoutOf(directory: Directory): Layout {
  const width = first(directory, TAG.width, 0);
  const height = first(directory, TAG.height, 0);
  const bits = first(directory, TAG.bits, 1);
  const samples = first(directory, TAG.samples, 1);
  return {
    width,
    height,
    bits,
    samples,
    photometric: first(directory, TAG.photometric, WHITE_IS_ZERO),
    rowBytes: Math.ceil((width * bits * samples) / 8),
    rowsPerStrip: Math.min(first(directory, TAG.rowsPerStrip, height) || height, height),
  };
}

/** Prepends the shared tables to a JPEG strip (TIFF technical note 2). */
function withTables(strip: Uint8Array | undefined, directory: Directory): Uint8Array {
  const tables = directory.get(TAG.jpegTables) ?? [];
  const data = strip ?? new Uint8Array(0);
  if (tables.length < 4) return data;
  const whole = new Uint8Array(tables.length - 2 + data.length - 2);
  whole.set(tables.slice(0, -2));
  whole.set(data.subarray(2), tables.length - 2);
  return whole;
}

function first(directory: Directory, tag: number, otherwise: number): number {
  return directory.get(tag)?.[0] ?? otherwise;
}
