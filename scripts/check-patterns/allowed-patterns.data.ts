/**
 * Patterns with quadratic run time, each with the bound on the text it is applied to. Nothing slower than quadratic can
 * be allowed. An entry that no longer applies fails the check.
 */
export interface AllowedPattern {
  /** As written in the code: `/source/flags`. */
  readonly pattern: string;
  readonly bound: TextBound;
}

export const TEXT_BOUNDS = {
  /** `MAX_SEGMENT_LETTERS` of engine/layout/lines.ts, applied to all text that candidates and resolve see. */
  segment: 600,
  /** `MAX_FORMAT_LETTERS` of engine/read/office/workbook.ts: a number format of a spreadsheet. */
  format: 255,
  /** The start of a file, from which its type and encoding are detected. */
  window: 4_096,
  /** `MAX_LENGTH` of core/domain/safe-pattern.ts: a pattern written by a user. */
  template: 200,
  /** Source files of this repository, which are reviewed. */
  repository: 100_000,
} as const;
export type TextBound = keyof typeof TEXT_BOUNDS;

export const ALLOWED_PATTERNS: readonly AllowedPattern[] = [
  { pattern: String.raw`/^(\p{L}[\p{L}\s./-]{1,28}?)\s*[:：]\s*(.*)$/u`, bound: 'segment' },
  { pattern: String.raw`/^[\s,;•·|–-]+|(?<![\s,;•·|–-])[\s,;•·|–-]+$/g`, bound: 'segment' },
  { pattern: String.raw`/\s*[•·●|]\s*/g`, bound: 'segment' },
  { pattern: String.raw`/\s+-\s+/g`, bound: 'segment' },
  { pattern: String.raw`/\s*\((?:[^()]{0,24}\b(?:no|reg)\b[^()]{0,6})?[\dA-Z]{0,3}\d{4,}(?:-?[A-Z0-9]{1,3})?\)\s*$/i`, bound: 'segment' },
  { pattern: String.raw`/^[\s,;:•·●|–*-]+|(?<![\s,;:•·●|–*-])[\s,;:•·●|–*-]+$/g`, bound: 'segment' },
  { pattern: String.raw`/(?:\b\d{5}(?:-\d{3})?[\s,]+\p{L}{2,})|(?:\b\p{Lu}{1,3}[- ]\d{4,5}\s+\p{L})|(?:\b\p{Lu}{2},?\s+\d{5}(?:-\d{4})?\b)|(?:\p{L}{3},?\s+\d{5}(?:-\d{4})\b)|(?:\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b)|(?:\b\d{4}\s?[A-Z]{2}\s+\p{L})|(?:\b\d{4}-\d{3}\s+\p{L})|(?:\b\d{2}-\d{3}\s+\p{L})|(?:\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b)|(?:^\d{4}\s+\p{Lu}\p{L}+)|(?:[,•·|]\s?\d{4}\s+\p{Lu}\p{L}+)|(?:\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b)|(?:\b\d{3}\s?\d{2}\s+\p{Lu}\p{L}+)|(?:\b\d{6}\s*$)|(?:\p{L}{3}[,\s]+\d{5}\b)|(?:\p{L}{3}\s*-\s*\d{6}\b)/u`, bound: 'segment' },
  { pattern: String.raw`/^[^\p{L}]*[+(]?\d[\d\s()./+-]{7,}\D{0,3}$/u`, bound: 'segment' },
  { pattern: String.raw`/\s+[•·●|–—∙◦‧⋅*-]\s+|\s*[•●|‧⋅]\s*/`, bound: 'segment' },
  { pattern: String.raw`/^[•·●|–—∙◦‧⋅*-]$/`, bound: 'segment' },
  { pattern: String.raw`/(?<!\s)\s+\p{L}\s*$/u`, bound: 'segment' },
  { pattern: String.raw`/(?<![\p{L}\d.,/])(\d{1,2})(er|st|nd|rd|th|\.|º)?\s?(?:(\p{L}{3,12})\.?\s?)?(?:[-–—−]|to|au|bis|al|through)\s?(\d{1,2})(?:er|st|nd|rd|th|\.|º)?\s(?:de )?(\p{L}{3,12})\.?,?\s(?:de )?(\d{4})(?!\d)/gu`, bound: 'segment' },
  { pattern: String.raw`/(?:\p{L}\p{M}*|\p{N}|[°º.'’_](?=[\p{L}\p{N}]))*(?:\p{L}\p{M}*|\p{N})[°º]?|[#%]/gu`, bound: 'segment' },
  { pattern: String.raw`/\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?:,?\s+|(?<=,\s?\p{Lu}{2}))\d{5}(?:-\d{4})?\b/u`, bound: 'segment' },
  { pattern: String.raw`/@|www\.|https?:/`, bound: 'segment' },
  { pattern: String.raw`/(?:@|www\.|https?:\/\/(?:www\.)?)([a-z0-9.-]+)\.[a-z]{2,}/i`, bound: 'segment' },
  { pattern: String.raw`/\([^)]*\)|\b(?:co|cp)\b\.?/giu`, bound: 'segment' },
  { pattern: String.raw`/(?:[\s,]+|(?=[([{]))[([{]?\s?(?:(?:co|reg)[^()]{0,12})?[A-Z]{0,4}\d{4,}\s?-?\s?[A-Z0-9]{0,2}\s?[)\]}]?(?:\s?\([^)]{1,8}\))?[\s,.]*$/i`, bound: 'segment' },
  { pattern: String.raw`/(\p{L})\s?[([]\s?[A-Z]{0,3}\d{4,}\s?-?\s?[A-Z0-9]{0,2}\s?[)\]].*$/u`, bound: 'segment' },
  { pattern: String.raw`/^[^\p{L}\p{N}&(]+|\s[^\p{L}\p{N})]+$/gu`, bound: 'segment' },
  { pattern: String.raw`/\b(?:fax|gst|vat|tax|reg|id|no\.? ?of)\b[^\d]*$/i`, bound: 'segment' },
  { pattern: String.raw`/[\s,;(]*\b(?:tel|phone|fax|hp|h\/p)\b.*$/i`, bound: 'segment' },
  { pattern: String.raw`/(?:^|[^\p{L}])(?:page|pg|pag|pagina|página|seite|blatt|sida|side|sivu|strona|strana|pág)[.:]?\s*(?:no\.?\s*)?(\d{1,3})\s*(?:\/|of|von|de|di|van|af|av|z|sur|\/\s*of)\s*(\d{1,3})(?!\d)/iu`, bound: 'segment' },
  { pattern: String.raw`/\([^)]*\)/g`, bound: 'segment' },
  { pattern: String.raw`/[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}/i`, bound: 'segment' },
  { pattern: String.raw`/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+/g`, bound: 'format' },
  { pattern: String.raw`/"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|([0#?.,]+)|([^"\\[])/g`, bound: 'format' },
  { pattern: String.raw`/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[_*]./gi`, bound: 'format' },
  { pattern: String.raw`/<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i`, bound: 'window' },
  { pattern: String.raw`/^\s*(?:-----BEGIN (?:PKCS7|CMS)-----)?\s*(MI[A-Za-z0-9+/]{30})/`, bound: 'window' },
  { pattern: String.raw`/\[[^\]]*\]/g`, bound: 'template' },
  {
    // biome-ignore lint/style/useTemplate: the pattern holds a backtick
    pattern: String.raw`/(?:^|[\n;])\s*(?:import|export)\b[^'"` + '`' + String.raw`;]*?\bfrom\s*['"]([^'"]+)['"]/g`,
    bound: 'repository',
  },
  { pattern: String.raw`/(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]/g`, bound: 'repository' },
  { pattern: String.raw`/\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g`, bound: 'repository' },
  { pattern: String.raw`/\/\*[\s\S]*?\*\//g`, bound: 'repository' },
  { pattern: String.raw`/(^|\s)\/\/.*$/gm`, bound: 'repository' },
  { pattern: String.raw`/^(4[abcd]|[1-9])?(dln|dl#|dl|lic#|lic|iss|exp|dob|sex|ln|fn|no|id|address|addr|add)[^\p{L}\p{N}]*(.*)$/iu`, bound: 'segment' },
];

/** Patterns built at run time, by file, with an example of each. */
export const BUILT_WHEN_CALLED: Readonly<Record<string, readonly string[]>> = {
  // Patterns of templates, already checked by isSafePattern; its property test runs them through this check.
  'core/domain/safe-pattern.ts': ['^(?:PO-\\d+)$', '^(?:PO-\\d+)$'],
  'core/security/recovery-code.ts': ['.{4}'],
  'engine/candidates/mrz-names.ts': ['(?=([<KLCEX]{1,3}))'],
  'engine/resolve/coded/mrz-printed.ts': ['(?:^|<|^P.[A-Z<]{3}|^[ACIV].[A-Z<]{3})MUSTERMANN<ERIKA(?:<|$)'],
  'engine/resolve/parties/party-scores.ts': ['(?:^|[\\s,])(?:GmbH|AG)'],
  'worker/http/allowed-methods.ts': ['^/v1/documents/[^/]+/?$'],
  'worker/services/mail/smtp/message.ts': ['.{1,76}'],
};
