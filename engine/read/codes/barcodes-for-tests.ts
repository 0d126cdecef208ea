import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type WriteInputBarcodeFormat, writeBarcode } from 'zxing-wasm/writer';

const BLACK = 128;

/** The modules of a code as drawn by the zxing-cpp writer: [rows][columns], true is dark. */
export async function drawBarcode(text: string, format: WriteInputBarcodeFormat): Promise<boolean[][]> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const bytes = await readFile(file);
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer } });
  const { error, symbol } = await writeBarcode(text, { format });
  if (error !== '' || symbol === undefined) throw new Error(`no barcode: ${error}`);
  const { width, height, data } = symbol;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (data[y * width + x] ?? 255) < BLACK),
  );
}

/**
 * A code as filled squares in PDF content, top left corner at (x, y), each module `side` points wide and `tall` high.
 */
export function squaresOf(
  modules: readonly (readonly boolean[])[],
  x: number,
  y: number,
  side: number,
  tall = side,
): string {
  return modules
    .flatMap((row, r) =>
      row.flatMap((dark, c) => (dark ? [`${x + c * side} ${y - (r + 1) * tall} ${side} ${tall} re`] : [])),
    )
    .join('\n')
    .concat('\nf');
}
