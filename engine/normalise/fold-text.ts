/**
 * Text folded for comparing: lower case, no accents, `ß` as `ss`, the degree and ordinal signs of `n°` and `nº`
 * as the letter they stand for.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(/[°º]/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i');
}

/** Most words of most documents: nothing to fold but case. */
const PLAIN = /^[\x20-\x7e]*$/;

export interface Token {
  /** Folded letters and digits. */
  readonly text: string;
  /** Where it stands in the text it was cut from; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

const TOKEN = /(?:\p{L}\p{M}*|\p{N}|[°º.'’_](?=[\p{L}\p{N}]))*(?:\p{L}\p{M}*|\p{N})[°º]?|[#%]/gu;

/** `TOKEN` for plain text: the same tokens, without Unicode classes. */
const PLAIN_TOKEN = /(?:[A-Za-z0-9]|[.'_](?=[A-Za-z0-9]))*[A-Za-z0-9]|[#%]/g;

/**
 * Cuts a text into tokens of letters and digits: `P.O. No.:` gives `po` and `no`. Dots and apostrophes inside a
 * word are dropped, so that abbreviations compare equal however they are dotted; what an underscore joins is one token. `№` and `n°123` give their number
 * word apart from the digits.
 */
export function tokenise(text: string): Token[] {
  if (PLAIN.test(text)) return tokenisePlain(text);
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const degree = raw.search(/[°º]\p{N}/u);
    if (degree > 0) {
      tokens.push(toToken(raw.slice(0, degree + 1), match.index));
      tokens.push(toToken(raw.slice(degree + 1), match.index + degree + 1));
    } else tokens.push(toToken(raw, match.index));
  }
  return tokens;
}

function tokenisePlain(text: string): Token[] {
  const tokens: Token[] = [];
  const folded = text.toLowerCase();
  for (const { 0: raw, index: start } of text.matchAll(PLAIN_TOKEN)) {
    const end = start + raw.length;
    const own = folded.slice(start, end);
    const dotted = own.includes('.') || own.includes("'");
    tokens.push({ text: dotted ? own.replace(/[.']/g, '') : own, start, end });
  }
  return tokens;
}

function toToken(raw: string, start: number): Token {
  return { text: foldText(raw).replace(/[.'’]/g, ''), start, end: start + raw.length };
}

/** Where words run together: before a capital behind a small letter, between letters and digits, behind an abbreviation. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L}\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L}\p{L})|(?<=\p{L}\p{L}\.)(?=\p{L}\p{L})/u;

/** The words that recognition ran together in a token of `text`: `GrossAmount`, `GST7`. One part where there is no seam. */
export function partsOfToken(token: Token | undefined, text: string): readonly Token[] {
  if (token === undefined) return [];
  const parts: Token[] = [];
  let start = token.start;
  for (const raw of text.slice(token.start, token.end).split(SEAM)) {
    parts.push(toToken(raw, start));
    start += raw.length;
  }
  return parts;
}
