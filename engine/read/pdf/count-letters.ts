const [OPEN, CLOSE, ESCAPE, OPEN_HEX, CLOSE_HEX] = [0x28, 0x29, 0x5c, 0x3c, 0x3e];

/** Counts the letters that a content stream shows: what stands in its strings (PDF 32000-1, 7.3.4). Fed in pieces. */
export function createLetterCounter(): (piece: Uint8Array) => number {
  let letters = 0;
  /** Parentheses that are open; they may be nested. */
  let depth = 0;
  let isEscaped = false;
  /** Digits of a hexadecimal string since its beginning; -1 outside of one. */
  let digits = -1;
  return (piece) => {
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at] ?? 0;
      if (isEscaped) isEscaped = false;
      else if (depth > 0) {
        if (byte === ESCAPE) {
          isEscaped = true;
          letters += 1;
        } else if (byte === OPEN) depth += 1;
        else if (byte === CLOSE) depth -= 1;
        else letters += 1;
      } else if (byte === OPEN) depth = 1;
      else if (byte === OPEN_HEX) digits = 0;
      else if (digits >= 0) {
        // Two digits a letter at least. What holds other signs was a dictionary, or markup.
        if (byte === CLOSE_HEX) letters += digits / 2;
        digits = byte !== CLOSE_HEX && isHexOrSpace(byte) ? digits + 1 : -1;
      }
    }
    return letters;
  };
}

function isHexOrSpace(byte: number): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x66) || byte <= 0x20;
}
