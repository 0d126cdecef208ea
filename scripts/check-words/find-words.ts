import type { BannedWord } from './banned-words.data.ts';

/** One banned word found. */
export interface WordProblem {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly found: string;
  readonly use: string;
}

/** Comments, JSX text and strings with a blank in them: what people read. Markdown is prose but for code. */
const CODE_IN_MARKDOWN = /```[\s\S]*?```|`[^`\n]{1,200}`/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm;
const TEXT = /'(?:[^'\\\n]|\\.){0,500}'|"(?:[^"\\\n]|\\.){0,500}"|`(?:[^`\\]|\\.){0,1000}`|>[^<>{}\n]{0,300}</g;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The prose of a file at its own places: everything else is blank. */
export function proseOf(path: string, source: string): string {
  if (path.endsWith('.md')) return source.replace(CODE_IN_MARKDOWN, blank);
  const kept: string[] = [...blank(source)];
  const keep = (pattern: RegExp, isProse: (text: string) => boolean) => {
    for (const match of source.matchAll(pattern)) {
      if (!isProse(match[0])) continue;
      const text = match[0].replace(CODE_IN_MARKDOWN, (code) => (match[0].startsWith('`') ? code : blank(code)));
      for (let at = 0; at < text.length; at++) kept[match.index + at] = text.charAt(at);
    }
  };
  keep(COMMENT, () => true);
  keep(TEXT, (text) => / \p{L}/u.test(text.slice(1, -1)) && !text.includes('/'));
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
