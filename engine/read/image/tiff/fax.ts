import { BLACK_MAKE_UP, BLACK_TERMINATING, LONG_MAKE_UP, WHITE_MAKE_UP, WHITE_TERMINATING } from './fax-codes.data.ts';

/**
 * Fax encoding of an image: ITU-T T.4 in one or two dimensions, T.6, or T.4 rows without end-of-line marks (TIFF 2).
 */
export interface FaxOptions {
  readonly scheme: 'rows' | 'group-3' | 'group-4';
  /** Group 3 only: rows may reference the row above. */
  readonly twoDimensional: boolean;
  readonly leastBitFirst: boolean;
}

const LONGEST_CODE = 13;
/** Lookup by the next 13 bits: the run length times 16 plus the code length, or 0 if no code starts with them. */
const WHITE = runTable(WHITE_TERMINATING, WHITE_MAKE_UP);
const BLACK = runTable(BLACK_TERMINATING, BLACK_MAKE_UP);

function runTable(terminating: string, makeUp: string): Uint16Array {
  const table = new Uint16Array(1 << LONGEST_CODE);
  const add = (codes: string, from: number, step: number) => {
    for (const [index, code] of codes.split(',').entries()) {
      const first = Number.parseInt(code, 2) << (LONGEST_CODE - code.length);
      table.fill((from + index * step) * 16 + code.length, first, first + (1 << (LONGEST_CODE - code.length)));
    }
  };
  add(terminating, 0, 1);
  add(makeUp, 64, 64);
  add(LONG_MAKE_UP, 1792, 64);
  return table;
}

/**
 * Decodes the rows of a fax image to bits, 1 is black; `emit` gets each row packed, most significant bit first. Returns
 * the number of rows read; decoding stops at the first invalid code.
 */
export function decodeFax(
  data: Uint8Array,
  width: number,
  height: number,
  options: FaxOptions,
  emit: (row: Uint8Array) => void,
): number {
  const bits = new FaxBits(data, options.leastBitFirst);
  // Positions at which the colour changes, white first; the row above the image is white.
  let above: number[] = [width];
  const row = new Uint8Array(Math.ceil(width / 8));
  for (let y = 0; y < height; y++) {
    let flat = options.scheme !== 'group-4';
    if (options.scheme === 'rows') bits.alignToByte();
    if (options.scheme === 'group-3') {
      bits.skipEndOfLine();
      if (options.twoDimensional) flat = bits.take(1) === 1;
    }
    const changes = flat ? readFlatRow(bits, width) : readRow(bits, width, above);
    if (changes === undefined || bits.isOver) return y;
    paint(changes, width, row);
    emit(row);
    above = changes;
  }
  return height;
}

function readFlatRow(bits: FaxBits, width: number): number[] | undefined {
  const changes: number[] = [];
  for (let at = 0, black = false; at < width; black = !black) {
    const run = readRun(bits, black);
    if (run === undefined) return undefined;
    at = Math.min(width, at + run);
    changes.push(at);
  }
  return changes;
}

/** A row coded relative to the changes of the row above (T.6, 2.2). */
function readRow(bits: FaxBits, width: number, above: readonly number[]): number[] | undefined {
  const changes: number[] = [];
  let at = 0;
  let started = false;
  let black = false;
  let next = 0;
  while (at < width) {
    // b1: the first change above, right of the current position, to the colour opposite to the current one.
    while (next > 0 && (above[next - 1] ?? width) > at) next -= 1;
    while (next < above.length && ((above[next] ?? width) < at || ((above[next] ?? width) === at && started)))
      next += 1;
    let b1At = next;
    if ((b1At & 1) !== (black ? 1 : 0)) b1At += 1;
    const b1 = above[b1At] ?? width;
    const b2 = above[b1At + 1] ?? width;
    const mode = bits.peek(7);
    if (mode >> 3 === 0b0001) {
      bits.skip(4);
      at = b2;
      started = true;
      continue;
    }
    if (mode >> 4 === 0b001) {
      bits.skip(3);
      const first = readRun(bits, black);
      const second = first === undefined ? undefined : readRun(bits, !black);
      if (first === undefined || second === undefined) return undefined;
      changes.push(Math.min(width, at + first), Math.min(width, at + first + second));
      at = Math.min(width, at + first + second);
      started = true;
      continue;
    }
    const vertical = VERTICAL.find(({ code, length }) => mode >> (7 - length) === code);
    if (vertical === undefined) return undefined;
    bits.skip(vertical.length);
    const to = Math.min(width, Math.max(at, b1 + vertical.shift));
    changes.push(to);
    at = to;
    started = true;
    black = !black;
  }
  return changes;
}

const VERTICAL = [
  { code: 0b1, length: 1, shift: 0 },
  { code: 0b011, length: 3, shift: 1 },
  { code: 0b010, length: 3, shift: -1 },
  { code: 0b000011, length: 6, shift: 2 },
  { code: 0b000010, length: 6, shift: -2 },
  { code: 0b0000011, length: 7, shift: 3 },
  { code: 0b0000010, length: 7, shift: -3 },
] as const;

function readRun(bits: FaxBits, black: boolean): number | undefined {
  const table = black ? BLACK : WHITE;
  for (let sum = 0; ; ) {
    const entry = table[bits.peek(LONGEST_CODE)] ?? 0;
    if (entry === 0 || bits.isOver) return undefined;
    bits.skip(entry & 15);
    const run = entry >> 4;
    sum += run;
    if (run < 64) return sum;
  }
}

function paint(changes: readonly number[], width: number, row: Uint8Array): void {
  row.fill(0);
  for (let index = 0; index < changes.length; index += 2) {
    const end = changes[index + 1] ?? width;
    for (let x = changes[index] ?? width; x < end; x++) row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
  }
}

class FaxBits {
  readonly #data: Uint8Array;
  readonly #leastBitFirst: boolean;
  #bit = 0;

  constructor(data: Uint8Array, leastBitFirst: boolean) {
    this.#data = data;
    this.#leastBitFirst = leastBitFirst;
  }

  /** True if more bits were read than there are. */
  get isOver(): boolean {
    return this.#bit > this.#data.length * 8;
  }

  peek(length: number): number {
    const byte = this.#bit >> 3;
    const word = (this.#byte(byte) << 16) | (this.#byte(byte + 1) << 8) | this.#byte(byte + 2);
    return (word >> (24 - (this.#bit & 7) - length)) & ((1 << length) - 1);
  }

  take(length: number): number {
    const value = this.peek(length);
    this.skip(length);
    return value;
  }

  skip(length: number): void {
    this.#bit += length;
  }

  alignToByte(): void {
    this.#bit = (this.#bit + 7) & ~7;
  }

  /** Skips fill bits and an end-of-line mark (at least eleven zeros, then a one), if present. */
  skipEndOfLine(): void {
    if (this.peek(11) !== 0) return;
    while (!this.isOver && this.peek(1) === 0) this.skip(1);
    this.skip(1);
  }

  #byte(index: number): number {
    const value = this.#data[index] ?? 0;
    if (!this.#leastBitFirst) return value;
    let turned = 0;
    for (let bit = 0; bit < 8; bit++) turned |= ((value >> bit) & 1) << (7 - bit);
    return turned;
  }
}
