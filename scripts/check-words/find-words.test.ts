import { describe, expect, it } from 'vitest';
import { BANNED_WORDS } from './banned-words.data.ts';
import { findWords } from './find-words.ts';

const found = (path: string, source: string) =>
  findWords(path, source, BANNED_WORDS).map(({ line, use }) => [line, use]);

describe('findWords', () => {
  it.each([
    ['a comment', 'a.ts', '/** Opens the audit list. */\nconst a = 1;'],
    ['a text for people', 'a.ts', "const a = 'Your login has failed';"],
    ['text in the markup', 'a.tsx', 'const a = <p>Please log in first</p>;'],
    ['a page of the documentation', 'a.md', 'The audit trail of a document.'],
  ])('finds a banned word in %s', (_where, path, source) => {
    expect(found(path, source)).toEqual([[1, expect.any(String)]]);
  });

  it.each([
    ['a route', 'a.ts', "const path = '/auth/login';"],
    ['an identifier', 'a.ts', "const id = 'login';\nlogin();"],
    [
      'code in documentation',
      'a.md',
      'Call `POST /auth/login` with the body.\n\n```sh\ncurl /auth/login audit list\n```\n',
    ],
    ['another use of the word', 'a.md', 'Unknown errors are logged in full.'],
  ])('leaves %s alone', (_what, path, source) => {
    expect(found(path, source)).toEqual([]);
  });

  it('names the line', () =>
    expect(found('a.ts', 'const a = 1;\n// an audit entry\n')).toEqual([[2, 'audit log, audit event']]));
});
