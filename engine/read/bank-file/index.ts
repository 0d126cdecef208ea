import type { EngineHost, ReadOutcome } from '#engine/model';
import { MAX_TEXT_BYTES } from '../limits.ts';
import { decodeText } from '../text/decode-text.ts';
import { readBai2 } from './bai2.ts';
import { bankFormatOf } from './detect-format.ts';
import { readMt940 } from './mt940.ts';
import { readOfx } from './ofx.ts';
import { readQif } from './qif.ts';
import { type BankFileReading, outcomeOf } from './statement-parts.ts';

const READERS = { mt940: readMt940, ofx: readOfx, qif: readQif, bai2: readBai2 } as const;

/** Reads a text file in a format of banks; undefined if it is none. The content decides. */
export async function readBankText(
  bytes: Uint8Array,
  mediaType: string,
  host: EngineHost,
): Promise<ReadOutcome | undefined> {
  const format = bankFormatOf(bytes);
  if (format === undefined) return undefined;
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    return {
      ok: false,
      error: { code: 'too_large', message: `The bank file is larger than ${MAX_TEXT_BYTES} bytes.` },
    };
  }
  const text = decodeText(bytes);
  await host.pause();
  const reading: BankFileReading = await READERS[format](text, () => host.pause());
  return outcomeOf(reading, mediaType);
}
