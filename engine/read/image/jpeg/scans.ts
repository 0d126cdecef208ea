import type { EngineHost } from '#engine/model';
import type { DecodeOptions } from '../picture.ts';
import { BitReader, type HuffmanTable } from './bit-reader.ts';
import { inverseDct, scaledQuantisation } from './inverse-dct.ts';
import { decodeProgressiveBlock, type EndOfBand } from './progressive.ts';
import type { Frame, Scan, Tables } from './segments.ts';
import { ZIGZAG } from './segments.ts';

/** Blocks decoded between two turns of the event loop (about 10 ms). */
const BLOCKS_PER_SLICE = 12_000;
/** Zero bytes a scan may read beyond its data before it counts as truncated. */
const MAX_OVERRUN = 32;

/** One component during decoding: `samples` per block side, `wide` × `high` blocks including padding. */
export interface Plane {
  /** False for chrominance when grey is requested: the component is not transformed. */
  readonly wanted: boolean;
  readonly samples: number;
  readonly wide: number;
  readonly high: number;
  /** Blocks that are part of the image, without the padding that fills the last MCU. */
  readonly shownWide: number;
  readonly shownHigh: number;
  readonly stride: number;
  readonly pixels: Uint8ClampedArray;
  /** All coefficients of a progressive file; empty otherwise. */
  readonly coefficients: Int16Array;
  predictor: number;
}

/** Planes at the scale required by `maxPixels`; `undefined` if an eighth of each side is still too large. */
export function planesFor(
  frame: Frame,
  options: DecodeOptions,
  adobeTransform: number | undefined,
): Plane[] | undefined {
  const { width, height, components } = frame;
  const samples = [8, 4, 2, 1].find(
    (size) => Math.ceil((width * size) / 8) * Math.ceil((height * size) / 8) <= options.maxPixels,
  );
  if (samples === undefined) return undefined;
  const across = Math.max(...components.map((component) => component.across));
  const down = Math.max(...components.map((component) => component.down));
  const mcusWide = Math.ceil(width / (8 * across));
  const mcusHigh = Math.ceil(height / (8 * down));
  const luminanceOnly =
    options.channels === 1 && components.length !== 4 && !(components.length === 3 && adobeTransform === 0);
  return components.map((component, index) => {
    const wanted = index === 0 || !luminanceOnly;
    const wide = mcusWide * component.across;
    const high = mcusHigh * component.down;
    const stride = wide * samples;
    return {
      wanted,
      samples,
      wide,
      high,
      shownWide: Math.ceil(Math.ceil((width * component.across) / across) / 8),
      shownHigh: Math.ceil(Math.ceil((height * component.down) / down) / 8),
      stride,
      pixels: new Uint8ClampedArray(wanted ? stride * high * samples : 0).fill(index === 0 ? 255 : 128),
      coefficients: new Int16Array(frame.progressive && wanted ? wide * high * 64 : 0),
      predictor: 0,
    };
  });
}

/** Decodes one scan into the planes. Returns the offset after its data, or `undefined` if a table is missing. */
export async function decodeScan(
  bytes: Uint8Array,
  at: number,
  frame: Frame,
  scan: Scan,
  tables: Tables,
  planes: readonly Plane[],
  host: EngineHost,
): Promise<number | undefined> {
  const parts = [];
  for (const { index, dc, ac } of scan.components) {
    const component = frame.components[index];
    const plane = planes[index];
    if (component === undefined || plane === undefined) return undefined;
    const quantisation = tables.quantisation[component.table];
    const tableDc = tables.dc[dc];
    const tableAc = tables.ac[ac];
    if (!frame.progressive && (tableDc === undefined || tableAc === undefined || quantisation === undefined))
      return undefined;
    if (frame.progressive && (scan.from === 0 ? scan.high === 0 && tableDc === undefined : tableAc === undefined))
      return undefined;
    parts.push({
      plane,
      across: scan.components.length === 1 ? 1 : component.across,
      down: scan.components.length === 1 ? 1 : component.down,
      dc: tableDc ?? NO_TABLE,
      ac: tableAc ?? NO_TABLE,
      quantisation: scaledQuantisation(quantisation ?? new Uint16Array(64), plane.samples),
    });
    plane.predictor = 0;
  }
  const first = parts[0];
  if (first === undefined) return undefined;
  // A scan with a single component has no padding blocks (T.81 A.2.2).
  const single = parts.length === 1;
  const unitsWide = single ? first.plane.shownWide : first.plane.wide / first.across;
  const unitsHigh = single ? first.plane.shownHigh : first.plane.high / first.down;
  // A scan with only unwanted chrominance is skipped.
  const reader = new BitReader(bytes, at);
  if (single && !first.plane.wanted) return skipScan(bytes, at);
  const transform = inverseDct(first.plane.samples);
  const block = new Int32Array(64);
  const band: EndOfBand = { run: 0 };
  let sinceRestart = 0;
  let sincePause = 0;
  let broken = false;
  for (let unit = 0; unit < unitsWide * unitsHigh; unit++) {
    if (tables.restartInterval > 0 && sinceRestart === tables.restartInterval) {
      if (!reader.restart()) break;
      for (const { plane } of parts) plane.predictor = 0;
      band.run = 0;
      sinceRestart = 0;
      broken = false;
    }
    sinceRestart += 1;
    if (reader.overrun > MAX_OVERRUN) broken = true;
    if (broken) {
      if (tables.restartInterval === 0) break;
      continue;
    }
    const unitX = unit % unitsWide;
    const unitY = (unit - unitX) / unitsWide;
    for (const part of parts) {
      const { plane } = part;
      for (let v = 0; v < part.down; v++) {
        for (let h = 0; h < part.across; h++) {
          const x = unitX * part.across + h;
          const y = unitY * part.down + v;
          sincePause += 1;
          if (frame.progressive) {
            const place = plane.wanted ? (y * plane.wide + x) * 64 : -1;
            broken ||= !decodeProgressiveBlock(reader, scan, plane, place, part.dc, part.ac, band);
          } else if (decodeBaselineBlock(reader, plane, part.dc, part.ac, block)) {
            if (plane.wanted) {
              const offset = y * plane.samples * plane.stride + x * plane.samples;
              transform(block, 0, part.quantisation, plane.pixels, offset, plane.stride);
            }
          } else {
            broken = true;
          }
        }
      }
    }
    if (sincePause >= BLOCKS_PER_SLICE) {
      sincePause = 0;
      await host.pause();
    }
  }
  return reader.position;
}

const NO_TABLE: HuffmanTable = {
  fast: new Uint16Array(512),
  largest: new Int32Array(17).fill(-1),
  shift: new Int32Array(17),
  symbols: new Uint8Array(),
};

/** Decodes one block of a sequential scan (T.81 F.2.2) into `block`, natural order; false if the bits are invalid. */
function decodeBaselineBlock(
  reader: BitReader,
  plane: Plane,
  dc: HuffmanTable,
  ac: HuffmanTable,
  block: Int32Array,
): boolean {
  block.fill(0);
  const size = reader.symbol(dc);
  if (size < 0 || size > 16) return false;
  plane.predictor += reader.signed(size);
  block[0] = plane.predictor;
  for (let k = 1; k < 64; k++) {
    const symbol = reader.symbol(ac);
    if (symbol < 0) return false;
    const length = symbol & 15;
    const run = symbol >> 4;
    if (length === 0) {
      if (run < 15) break;
      k += 15;
      continue;
    }
    k += run;
    if (k > 63) return false;
    block[ZIGZAG[k] ?? 0] = reader.signed(length);
  }
  return true;
}

/** Offset of the next marker after a scan's data. */
function skipScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Transforms the coefficients collected from a progressive file; other files are transformed while being read. */
export async function finishPlanes(
  frame: Frame,
  tables: Tables,
  planes: readonly Plane[],
  host: EngineHost,
): Promise<void> {
  if (!frame.progressive) return;
  for (const [index, plane] of planes.entries()) {
    const table = tables.quantisation[frame.components[index]?.table ?? 0];
    if (!plane.wanted || table === undefined) continue;
    const quantisation = scaledQuantisation(table, plane.samples);
    const transform = inverseDct(plane.samples);
    let sincePause = 0;
    for (let y = 0; y < plane.shownHigh; y++) {
      for (let x = 0; x < plane.shownWide; x++) {
        const offset = y * plane.samples * plane.stride + x * plane.samples;
        transform(plane.coefficients, (y * plane.wide + x) * 64, quantisation, plane.pixels, offset, plane.stride);
      }
      sincePause += plane.shownWide;
      if (sincePause < BLOCKS_PER_SLICE) continue;
      sincePause = 0;
      await host.pause();
    }
  }
}
