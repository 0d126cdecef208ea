/** A hostile file, generated whenever it is needed. */
export interface HostileFile {
  readonly name: string;
  /** Returns the same bytes every time: random values need a fixed seed. */
  make(): Uint8Array;
  /** True if `npm test` uploads it too. */
  readonly telling?: true;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** One byte a character, as PDF and other binary formats count. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

/** Numbers in [0, 1) from a fixed seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
