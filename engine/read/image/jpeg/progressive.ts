import type { BitReader, HuffmanTable } from './bit-reader.ts';
import { type Scan, ZIGZAG } from './segments.ts';

/** Blocks that still belong to the current end-of-band run. */
export interface EndOfBand {
  run: number;
}

interface Target {
  readonly coefficients: Int16Array;
  predictor: number;
}

/**
 * Decodes one block of a progressive scan (T.81 annex G) at `place` of the coefficients; a negative place reads and
 * discards. False if the bits are invalid.
 */
export function decodeProgressiveBlock(
  reader: BitReader,
  scan: Scan,
  target: Target,
  place: number,
  dc: HuffmanTable,
  ac: HuffmanTable,
  band: EndOfBand,
): boolean {
  if (scan.from > 0) {
    return scan.high === 0
      ? firstAc(reader, scan, target.coefficients, place, ac, band)
      : refineAc(reader, scan, target.coefficients, place, ac, band);
  }
  if (scan.high > 0) {
    const bit = reader.bits(1);
    if (place >= 0) target.coefficients[place] = (target.coefficients[place] ?? 0) | (bit << scan.low);
    return true;
  }
  const size = reader.symbol(dc);
  if (size < 0 || size > 16) return false;
  target.predictor += reader.signed(size);
  if (place >= 0) target.coefficients[place] = target.predictor << scan.low;
  return true;
}

function firstAc(
  reader: BitReader,
  scan: Scan,
  coefficients: Int16Array,
  place: number,
  ac: HuffmanTable,
  band: EndOfBand,
): boolean {
  if (band.run > 0) {
    band.run -= 1;
    return true;
  }
  for (let k = scan.from; k <= scan.to; k++) {
    const symbol = reader.symbol(ac);
    if (symbol < 0) return false;
    const run = symbol >> 4;
    const length = symbol & 15;
    if (length === 0) {
      if (run < 15) {
        band.run = (1 << run) - 1 + reader.bits(run);
        break;
      }
      k += 15;
      continue;
    }
    k += run;
    if (k > 63) return false;
    coefficients[place + (ZIGZAG[k] ?? 0)] = reader.signed(length) << scan.low;
  }
  return true;
}

function refineAc(
  reader: BitReader,
  scan: Scan,
  coefficients: Int16Array,
  place: number,
  ac: HuffmanTable,
  band: EndOfBand,
): boolean {
  const unit = 1 << scan.low;
  const correct = (at: number, value: number) => {
    if (reader.bits(1) === 1 && (value & unit) === 0) coefficients[at] = value + (value > 0 ? unit : -unit);
  };
  let k = scan.from;
  if (band.run === 0) {
    for (; k <= scan.to; k++) {
      const symbol = reader.symbol(ac);
      if (symbol < 0) return false;
      let run = symbol >> 4;
      let fresh = 0;
      if ((symbol & 15) === 0) {
        if (run < 15) {
          band.run = (1 << run) + reader.bits(run);
          break;
        }
      } else {
        fresh = reader.bits(1) === 1 ? unit : -unit;
      }
      // Skips `run` coefficients that are still zero, refining the others on the way.
      for (; k <= scan.to; k++) {
        const at = place + (ZIGZAG[k] ?? 0);
        const value = coefficients[at] ?? 0;
        if (value !== 0) correct(at, value);
        else if (run === 0) {
          if (fresh !== 0) coefficients[at] = fresh;
          break;
        } else run -= 1;
      }
    }
  }
  if (band.run > 0) {
    for (; k <= scan.to; k++) {
      const at = place + (ZIGZAG[k] ?? 0);
      const value = coefficients[at] ?? 0;
      if (value !== 0) correct(at, value);
    }
    band.run -= 1;
  }
  return true;
}
