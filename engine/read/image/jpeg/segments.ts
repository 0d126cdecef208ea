import type { HuffmanTable } from './bit-reader.ts';
import { huffmanTable } from './bit-reader.ts';

/** One colour component of a frame. Blocks are 8 × 8 samples; `blocksWide` excludes padding blocks. */
export interface Component {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly table: number;
}

export interface Frame {
  readonly progressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}

export interface ScanComponent {
  readonly index: number;
  readonly dc: number;
  readonly ac: number;
}

/** A scan header (T.81 B.2.3): spectral selection and successive approximation are used in progressive files only. */
export interface Scan {
  readonly components: readonly ScanComponent[];
  readonly from: number;
  readonly to: number;
  readonly high: number;
  readonly low: number;
}

/** Tables used by later scans; each may be replaced between scans. */
export interface Tables {
  readonly quantisation: (Uint16Array | undefined)[];
  readonly dc: (HuffmanTable | undefined)[];
  readonly ac: (HuffmanTable | undefined)[];
  restartInterval: number;
  /** Transform flag of an Adobe segment: 0 means that no colour transform was applied. */
  adobeTransform?: number;
}

/** Natural order of the zigzag sequence (T.81 figure A.6). */
export const ZIGZAG = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
]);

export function readQuantisation(data: Uint8Array, tables: Tables): void {
  for (let at = 0; at < data.length; ) {
    const head = data[at++] ?? 0;
    const wide = head >> 4 !== 0;
    const table = new Uint16Array(64);
    for (let index = 0; index < 64; index++) {
      const value = wide ? ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0) : (data[at] ?? 0);
      table[ZIGZAG[index] ?? 0] = value;
      at += wide ? 2 : 1;
    }
    tables.quantisation[head & 15] = table;
  }
}

export function readHuffman(data: Uint8Array, tables: Tables): void {
  for (let at = 0; at + 17 <= data.length; ) {
    const head = data[at] ?? 0;
    const counts = data.slice(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const table = huffmanTable(counts, data.slice(at + 17, at + 17 + total));
    (head >> 4 === 0 ? tables.dc : tables.ac)[head & 15] = table;
    at += 17 + total;
  }
}

/** `undefined` if the header is inconsistent or states no size. */
export function readFrame(marker: number, data: Uint8Array): Frame | undefined {
  const count = data[5] ?? 0;
  const height = ((data[1] ?? 0) << 8) | (data[2] ?? 0);
  const width = ((data[3] ?? 0) << 8) | (data[4] ?? 0);
  if (data[0] !== 8 || width === 0 || height === 0 || data.length < 6 + 3 * count) return undefined;
  const components = Array.from({ length: count }, (_, index) => {
    const at = 6 + 3 * index;
    return {
      id: data[at] ?? 0,
      across: (data[at + 1] ?? 0) >> 4,
      down: (data[at + 1] ?? 0) & 15,
      table: (data[at + 2] ?? 0) & 15,
    };
  });
  const sampled = components.every(({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4);
  return sampled && (count === 1 || count === 3 || count === 4)
    ? { progressive: marker === 0xc2, width, height, components }
    : undefined;
}

export function readScan(data: Uint8Array, frame: Frame): Scan | undefined {
  const count = data[0] ?? 0;
  if (count < 1 || count > 4 || data.length < 4 + 2 * count) return undefined;
  const components = Array.from({ length: count }, (_, k) => ({
    index: frame.components.findIndex(({ id }) => id === data[1 + 2 * k]),
    dc: (data[2 + 2 * k] ?? 0) >> 4,
    ac: (data[2 + 2 * k] ?? 0) & 15,
  }));
  if (components.some(({ index }) => index < 0)) return undefined;
  const at = 1 + 2 * count;
  const [from = 0, to = 63, approximation = 0] = data.subarray(at, at + 3);
  return { components, from, to: Math.min(to, 63), high: approximation >> 4, low: approximation & 15 };
}
