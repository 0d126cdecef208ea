/**
 * Patterns whose work grows with the square of the text, each with the bound that the text is under before the pattern
 * runs. Nothing worse than the square can be allowed. An entry that no longer applies fails the check.
 */
export interface AllowedPattern {
  /** As written in the code: `/source/flags`. */
  readonly pattern: string;
  readonly bound: TextBound;
}

export const TEXT_BOUNDS = {
  /** `MAX_SEGMENT_LETTERS` of engine/layout/lines.ts, applied to all text that candidates and resolve see. */
  segment: 600,
} as const;
export type TextBound = keyof typeof TEXT_BOUNDS;

export const ALLOWED_PATTERNS: readonly AllowedPattern[] = [];

/** Patterns built while a function runs, by file, with an example of what they become. */
export const BUILT_WHEN_CALLED: Readonly<Record<string, readonly string[]>> = {
  // Patterns of templates, which isSafePattern has judged; its property test runs them through this check.
  'core/domain/safe-pattern.ts': ['^(?:PO-\\d+)$', '^(?:PO-\\d+)$'],
  'core/security/recovery-code.ts': ['.{4}'],
  'engine/candidates/mrz-names.ts': ['(?=([<KLCEX]{1,3}))'],
  'engine/resolve/coded/mrz-printed.ts': ['(?:^|<|^P.[A-Z<]{3}|^[ACIV].[A-Z<]{3})MUSTERMANN<ERIKA(?:<|$)'],
  'engine/resolve/parties/party-scores.ts': ['(?:^|[\\s,])(?:GmbH|AG)'],
  'worker/http/allowed-methods.ts': ['^/v1/documents/[^/]+/?$'],
  'worker/services/mail/smtp/message.ts': ['.{1,76}'],
};
