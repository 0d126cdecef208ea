import type { BannedWord } from './banned-words.data.ts';

/** One banned word found. */
export interface WordProblem {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly found: string;
  readonly use: string;
}

/** Prose is comments, JSX text, strings that contain a space, and Markdown except for code. */
const CODE_IN_MARKDOWN = /```[^`]*```|`[^`\n]+`/g;
const TEXT = /'[^'\n]*'|"[^"\n]*"|`[^`]*`|>[^<>{}\n]*</g;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

interface Range {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Block comments, and line comments at the start of a line or after a space. */
function commentsOf(source: string): readonly Range[] {
  const ranges: Range[] = [];
  const until = (mark: string, from: number, length: number) => {
    const at = source.indexOf(mark, from);
    return at < 0 ? source.length : at + length;
  };
  for (let at = source.indexOf('/'); at >= 0; ) {
    const isBlock = source.startsWith('/*', at);
    const isLine = source.startsWith('//', at) && (at === 0 || source.charAt(at - 1).trim() === '');
    const end = isBlock ? until('*/', at + 2, 2) : isLine ? until('\n', at, 0) : at + 1;
    if (isBlock || isLine) ranges.push({ start: at, end });
    at = source.indexOf('/', end);
  }
  return ranges;
}

function textsOf(source: string): readonly Range[] {
  return [...source.matchAll(TEXT)].flatMap(({ index, 0: text }) =>
    / \p{L}/u.test(text.slice(1, -1)) && !text.includes('/') ? [{ start: index, end: index + text.length }] : [],
  );
}

/** The prose of a file at its original positions; everything else is replaced by spaces. */
function proseOf(path: string, source: string): string {
  if (path.endsWith('.md')) return source.replace(CODE_IN_MARKDOWN, blank);
  const kept = [...blank(source)];
  const keep = ({ start, end }: Range, text: string) => {
    for (let at = start; at < end; at++) kept[at] = text.charAt(at - start);
  };
  for (const range of commentsOf(source))
    keep(range, source.slice(range.start, range.end).replace(CODE_IN_MARKDOWN, blank));
  for (const range of textsOf(source)) keep(range, source.slice(range.start, range.end));
  return kept.join('');
}

export function findWords(path: string, source: string, banned: readonly BannedWord[]): readonly WordProblem[] {
  const lines = proseOf(path, source).split('\n');
  return lines.flatMap((text, index) =>
    banned.flatMap(({ pattern, use }) => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [{ path, line: index + 1, found, use }];
    }),
  );
}
