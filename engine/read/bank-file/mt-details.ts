import { describe } from './statement-parts.ts';

/** Signs that begin a numbered part of `:86:`. Banks differ; the code before it has three digits. */
const PART_SIGNS = '?<>~^@';
/** Code words of parts between slashes, as Dutch, Belgian and international banks write them. */
const CODE_WORD = /\/([A-Z]{3,4})\//;
const SLASHED_START = /^\s*\/[A-Z]{3,4}\//;
/** Purposes of SEPA payments inside German parts: `SVWZ+rent`. */
const SEPA_WORD = /\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\+/;
const SEPA_START = /^[A-Z]{3,4}\+/;

/** The other party and the purpose in the lines of `:86:`. */
export function describeDetails(lines: readonly string[]): string {
  const text = lines.join('\n');
  const sign = /^\d{3}(.)\d\d/.exec(text)?.[1];
  if (sign !== undefined && PART_SIGNS.includes(sign)) return describeNumbered(lines.join(''), sign);
  // `~` and `<` without the code of three digits, as Polish banks write it.
  const bare = /^([?<>~^@])\d\d/.exec(text)?.[1];
  if (bare !== undefined) return describeNumbered(lines.join(''), bare);
  if (SLASHED_START.test(text)) return describeSlashed(lines.join(''));
  return describe(lines.join(' '));
}

/** `?00` booking text, `?20`–`?29` and `?60`–`?63` purpose, `?32` and `?33` name. */
function describeNumbered(text: string, sign: string): string {
  const names: string[] = [];
  let purpose = '';
  let booking = '';
  for (const part of text.split(sign).slice(1)) {
    const number = Number(/^\d\d/.exec(part)?.[0] ?? Number.NaN);
    const value = part.slice(2);
    if (number === 0) booking = value;
    else if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63))
      purpose += SEPA_START.test(value) ? ` ${value}` : value;
    else if (number === 32 || number === 33) names.push(value);
  }
  return describe(names.join(''), purposeOf(purpose)) || describe(booking);
}

/** The free text among the coded parts of a SEPA purpose. */
function purposeOf(text: string): string {
  const parts = text.split(SEPA_WORD);
  if (parts.length === 1) return text;
  const at = parts.indexOf('SVWZ');
  if (at >= 0) return parts[at + 1] ?? '';
  return (parts[0] ?? '').trim() === '' ? text : (parts[0] ?? '');
}

function describeSlashed(text: string): string {
  const parts = text.split(CODE_WORD);
  const after = (...words: readonly string[]) => {
    const at = words.map((word) => parts.indexOf(word)).find((index) => index >= 0);
    return at === undefined ? '' : (parts[at + 1] ?? '').replace(/^(?:USTD\/\/|STRD\/)/, '').replace(/\/{1,8}$/, '');
  };
  // `/REMI/USTD//rent/` is cut at its inner code word.
  const remittance = after('USTD') || after('REMI', 'RREF', 'PREF', 'EREF');
  return describe(after('NAME', 'BENM', 'ORDP', 'CNTP'), remittance.replace(/^\/+/, '')) || describe(text);
}
