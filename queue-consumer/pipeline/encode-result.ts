import type { ExtractionResult } from '#core/domain/result';

/** Rows per slice. A row is about 900 bytes of JSON, so a slice takes a few milliseconds. */
const ROWS_PER_SLICE = 400;

/**
 * Returns the bytes of `JSON.stringify(result)`. A long document has thousands of rows (5 MB), so they are encoded in
 * slices, yielding to the event loop in between.
 */
export async function encodeResult(
  result: ExtractionResult,
  pause: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const write = (text: string) => void parts.push(encoder.encode(text));
  let before = '{';
  for (const [name, value] of Object.entries(result)) {
    if (value === undefined) continue;
    write(`${before}${JSON.stringify(name)}:`);
    before = ',';
    if (name === 'line_items') await writeRows(result.line_items, write, pause);
    else write(JSON.stringify(value));
  }
  write('}');
  return joined(parts);
}

async function writeRows(
  rows: ExtractionResult['line_items'],
  write: (text: string) => void,
  pause: () => Promise<void>,
): Promise<void> {
  write('[');
  for (let start = 0; start < rows.length; start += ROWS_PER_SLICE) {
    if (start > 0) await pause();
    const slice = JSON.stringify(rows.slice(start, start + ROWS_PER_SLICE)).slice(1, -1);
    write(start > 0 ? `,${slice}` : slice);
  }
  write(']');
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}
