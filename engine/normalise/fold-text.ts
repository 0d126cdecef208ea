/**
 * Folds text for comparison: lower case, no accents, `ß` as `ss`, the degree and ordinal signs of `n°` and `nº` as the
 * letter they represent.
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

/** Most words: only the case needs folding. */
const PLAIN = /^[\x20-\x7e]*$/;

export interface Token {
  /** Folded letters and digits. */
  readonly text: string;
  /** Position in the source text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

const TOKEN = /(?:\p{L}\p{M}*|\p{N}|[°º.'’_](?=[\p{L}\p{N}]))*(?:\p{L}\p{M}*|\p{N})[°º]?|[#%]/gu;

/** `TOKEN` for ASCII text: the same tokens, without Unicode classes. */
const PLAIN_TOKEN = /(?:[A-Za-z0-9]|[.'_](?=[A-Za-z0-9]))*[A-Za-z0-9]|[#%]/g;

/**
 * Splits a text into tokens of letters and digits: `P.O. No.:` gives `po` and `no`. Dots and apostrophes inside a word
 * are dropped, so that abbreviations compare equal with and without dots; words joined by an underscore are one token.
 * `№` and `n°123` are split into the number word and the digits.
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

/** Boundaries between joined words: between lower and upper case, between letters and digits, after an abbreviation. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L}\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L}\p{L})|(?<=\p{L}\p{L}\.)(?=\p{L}\p{L})/u;

/** Splits a token of `text` into words that OCR joined: `GrossAmount`, `GST7`. One part if there is no boundary. */
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
