/** Codes up to this length are decoded in one lookup; longer ones are rare. */
const FAST_BITS = 9;
const MAX_CODE_LENGTH = 16;

/** A Huffman table of ITU T.81 annex C, prepared for lookup. */
export interface HuffmanTable {
  /**
   * Length in the upper byte and symbol in the lower, indexed by the next `FAST_BITS` bits; 0 if the code is longer.
   */
  readonly fast: Uint16Array;
  /** Largest code of each length, or -1. */
  readonly largest: Int32Array;
  /** Offset that maps a code of each length to its index in `symbols`. */
  readonly shift: Int32Array;
  readonly symbols: Uint8Array;
}

/** `counts` holds the number of codes of lengths 1 to 16. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const fast = new Uint16Array(1 << FAST_BITS);
  const largest = new Int32Array(MAX_CODE_LENGTH + 1).fill(-1);
  const shift = new Int32Array(MAX_CODE_LENGTH + 1);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= MAX_CODE_LENGTH; length++) {
    const count = counts[length - 1] ?? 0;
    shift[length] = index - code;
    for (let k = 0; k < count; k++, code++, index++) {
      if (length > FAST_BITS) continue;
      const entry = (length << 8) | (symbols[index] ?? 0);
      const from = code << (FAST_BITS - length);
      fast.fill(entry, from, from + (1 << (FAST_BITS - length)));
    }
    if (count > 0) largest[length] = code - 1;
    code <<= 1;
  }
  return { fast, largest, shift, symbols };
}

/**
 * Reads the bits of one JPEG scan with byte stuffing removed. At a marker or the end of the data it returns zeros and
 * counts them in `overrun`, so that a truncated file still yields what it contains.
 */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #buffer = 0;
  #count = 0;
  /** Bytes requested beyond the end of the scan. */
  overrun = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Offset of the next marker or unread byte. */
  get position(): number {
    return this.#at;
  }

  #fill(): void {
    while (this.#count <= 24) {
      const byte = this.#bytes[this.#at];
      let next = 0;
      if (byte === undefined) {
        this.overrun += 1;
      } else if (byte !== 0xff) {
        next = byte;
        this.#at += 1;
      } else if (this.#bytes[this.#at + 1] === 0) {
        next = 0xff;
        this.#at += 2;
      } else {
        this.overrun += 1;
      }
      this.#buffer |= next << (24 - this.#count);
      this.#count += 8;
    }
  }

  bits(length: number): number {
    if (length === 0) return 0;
    if (this.#count < length) this.#fill();
    const value = this.#buffer >>> (32 - length);
    this.#buffer <<= length;
    this.#count -= length;
    return value;
  }

  /** A signed value of `length` bits (T.81 F.2.2.1, EXTEND). */
  signed(length: number): number {
    if (length === 0) return 0;
    const value = this.bits(length);
    return value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
  }

  /** The next symbol, or -1 if the bits are not a code of the table. */
  symbol(table: HuffmanTable): number {
    if (this.#count < MAX_CODE_LENGTH) this.#fill();
    const entry = table.fast[this.#buffer >>> (32 - FAST_BITS)] ?? 0;
    if (entry !== 0) {
      const length = entry >> 8;
      this.#buffer <<= length;
      this.#count -= length;
      return entry & 0xff;
    }
    for (let length = FAST_BITS + 1; length <= MAX_CODE_LENGTH; length++) {
      const code = this.#buffer >>> (32 - length);
      if (code <= (table.largest[length] ?? -1)) {
        this.#buffer <<= length;
        this.#count -= length;
        return table.symbols[code + (table.shift[length] ?? 0)] ?? -1;
      }
    }
    return -1;
  }

  /** Discards the rest of the interval and continues after the next restart marker; false if there is none. */
  restart(): boolean {
    this.#buffer = 0;
    this.#count = 0;
    for (let at = this.#at; at + 1 < this.#bytes.length; at++) {
      if (this.#bytes[at] !== 0xff) continue;
      const marker = this.#bytes[at + 1] ?? 0;
      if (marker >= 0xd0 && marker <= 0xd7) {
        this.#at = at + 2;
        this.overrun = 0;
        return true;
      }
      if (marker !== 0 && marker !== 0xff) return false;
    }
    return false;
  }
}
