import { expect, test } from 'vitest';
import { parsePaymentCode } from '#engine/candidates/payment-code';
import { extract } from '#engine/index';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { buildPdf } from '../pdf/pdf-for-tests.ts';
import { decodeQr } from './decode-qr.ts';
import { withPictureCodes } from './picture-codes.ts';
import { EPC_SIZE, isDark } from './qr-for-tests.ts';

const MODULE = 4;
const QUIET = 5;

function drawnPicture() {
  const side = (EPC_SIZE + 2 * QUIET) * MODULE;
  const pixels = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / MODULE) - QUIET, Math.floor(x / MODULE) - QUIET];
      if (row >= 0 && column >= 0 && row < EPC_SIZE && column < EPC_SIZE && isDark(row, column))
        pixels[y * side + x] = 0;
    }
  }
  return { width: side, height: side, channels: 1 as const, pixels };
}

/** The code as filled squares of three points, below lines of text. */
function drawnPdf(lines: readonly string[]): Uint8Array {
  const squares: string[] = [];
  for (let row = 0; row < EPC_SIZE; row++) {
    for (let column = 0; column < EPC_SIZE; column++) {
      if (isDark(row, column)) squares.push(`${40 + column * 3} ${160 - row * 3} 3 3 re`);
    }
  }
  const texts = lines.map((line, index) => `BT /F1 10 Tf 40 ${370 - index * 16} Td (${line}) Tj ET`);
  return buildPdf([{ content: `${texts.join('\n')}\n${squares.join('\n')}\nf` }]);
}

test('a code in a picture is decoded, with its place', () => {
  const code = decodeQr(drawnPicture());
  expect(parsePaymentCode(code?.text ?? '')?.values.amount_due).toBe('118.50');
  expect(code?.box[0]).toBeCloseTo(QUIET * MODULE, -1);
});

test('a picture without a code has none', () => {
  expect(decodeQr({ width: 60, height: 60, channels: 1, pixels: new Uint8Array(3600).fill(255) })).toBeUndefined();
});

test('the code of a recognised page is placed in pixels of the page, and only where words speak of one', async () => {
  const picture = drawnPicture();
  const words = ['Scan', 'to', 'pay'].map((text, index) => ({
    text,
    box: [index * 40, 0, index * 40 + 30, 10] as const,
    size: 10,
    bold: false,
  }));
  const page = {
    page: 1,
    width: picture.width * 2,
    height: picture.height * 2,
    unit: 'px',
    source: 'ocr',
    words,
  } as const;
  const [code] = (await withPictureCodes(page, picture, nodeEngineHost())).codes ?? [];
  expect(code?.box[0]).toBeCloseTo(2 * QUIET * MODULE, -1);
  expect(await withPictureCodes({ ...page, words: [] }, picture, nodeEngineHost())).not.toHaveProperty('codes');
});

test('an amount in the code that the page prints too is proved', async () => {
  const lines = ['Invoice 4711', 'Scan to pay', 'IBAN DE89 3704 0044 0532 0130 00', 'Total EUR 118.50'];
  const outcome = await extract({ bytes: drawnPdf(lines) }, nodeEngineHost());
  const fields = outcome.ok ? outcome.result.fields : {};
  expect(fields['amount_due']).toMatchObject({ value: '118.50', state: 'proved' });
  expect(fields['vendor_iban']).toMatchObject({ value: 'DE89370400440532013000', state: 'proved' });
});

test('an amount in the code that the page contradicts goes to a person', async () => {
  const outcome = await extract(
    { bytes: drawnPdf(['Invoice 4711', 'Scan to pay', 'Total EUR 181.50']) },
    nodeEngineHost(),
  );
  const result = outcome.ok ? outcome.result : undefined;
  expect(result?.fields['amount_due']?.state).toBe('needs_review');
  expect(result?.checks).toContainEqual(expect.objectContaining({ rule: 'code_equals_page:amount_due', ok: false }));
});

test('a page whose words speak of no payment code is not drawn', async () => {
  const outcome = await extract({ bytes: drawnPdf(['Invoice 4711', 'Total EUR 118.50']) }, nodeEngineHost());
  expect(outcome.ok && outcome.result.fields['vendor_iban']).toBeUndefined();
});
