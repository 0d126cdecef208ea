const LATIN_LIGATURES = /[\uFB00-\uFB06]/g;

/**
 * Returns the letters that a code point of the text layer represents: ligatures are expanded, control characters,
 * noncharacters and private-use code points (unmapped glyphs) dropped, and every space becomes a plain one. Other
 * compatibility characters (superscripts, fractions, full-width forms) are kept: normalising them would turn `m²` into
 * `m2`.
 */
export function lettersOf(codePoint: number): string {
  if (codePoint > 0x20 && codePoint < 0x7f) return String.fromCharCode(codePoint);
  // pdfium marks a hyphen at a line's end with U+0002; fonts often map their hyphen glyph to the soft hyphen. Both are
  // visible.
  if (codePoint === 0x02 || codePoint === 0xad) return '-';
  if (codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d) return ' ';
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return '';
  if (isInvisible(codePoint) || isUnmapped(codePoint)) return '';
  const text = String.fromCodePoint(codePoint);
  if (/\s/u.test(text)) return ' ';
  return text.replace(LATIN_LIGATURES, (ligature) => ligature.normalize('NFKC'));
}

/** Whether the font has no usable mapping for the glyph, so that it can only be read by OCR. */
export function isUnmapped(codePoint: number): boolean {
  return (
    isNamelessControl(codePoint) ||
    codePoint === 0xfffd ||
    (codePoint >= 0xe000 && codePoint <= 0xf8ff) ||
    (codePoint & 0xfffe) === 0xfffe ||
    (codePoint >= 0xd800 && codePoint <= 0xdfff) ||
    codePoint > 0x10ffff
  );
}

/** Control characters other than white space and pdfium's hyphen mark: raw codes of a font without glyph names. */
function isNamelessControl(codePoint: number): boolean {
  return codePoint < 0x20 && ![0x02, 0x09, 0x0a, 0x0d].includes(codePoint);
}

/** Zero-width and direction marks: they are invisible and break comparisons. */
function isInvisible(codePoint: number): boolean {
  return (
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x2069) ||
    codePoint === 0xfeff
  );
}
