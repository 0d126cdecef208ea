import { decodeText } from '../text/decode-text.ts';

/** Bytes of a file examined. */
const WINDOW = 8192;

export type BankTextFormat = 'mt940' | 'ofx' | 'qif' | 'bai2';

const QIF_TYPE = /^!(?:Type:(?:Bank|Cash|CCard|Oth [AL]|Invst)\b|Account\s*$|Option:)/im;

/** The format of a text file by its content: each begins with signs that no other text has. */
export function bankFormatOf(bytes: Uint8Array): BankTextFormat | undefined {
  const text = decodeText(bytes.subarray(0, WINDOW), 'windows-1252').trimStart();
  if (/^(?:OFXHEADER\s*:|<\?OFX\b|<OFX>)/i.test(text)) return 'ofx';
  if (/^<\?xml\b/i.test(text)) return /<\?OFX\b|<OFX>/i.test(text) ? 'ofx' : undefined;
  if (/^!/.test(text) && QIF_TYPE.test(text)) return 'qif';
  if (/^01,[^,\n]{0,40},[^,\n]{0,40},\d{6},\d{0,4},/.test(text) && /^02,/m.test(text)) return 'bai2';
  return isMt(text) ? 'mt940' : undefined;
}

/** A SWIFT message about an account: its reference and its account in fields of their own lines. */
function isMt(text: string): boolean {
  return /(?:^|\n|\{4:\s{0,4}):20:/.test(text) && /\n:25P?:/.test(text) && /\n:(?:28C?|60[FM]|34F|61|13D?):/.test(text);
}
