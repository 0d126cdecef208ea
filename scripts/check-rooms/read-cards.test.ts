import { describe, expect, it } from 'vitest';
import { findCardProblems } from './read-cards.ts';

const exists = (path: string): boolean =>
  ['core/blobs/keys.ts', 'core/domain', 'core/platform', 'core/security'].includes(path);
const check = (text: string): readonly string[] => findCardProblems('core/blobs/README.md', text, exists);
const CARD = '# Blobs\n\nMay import: `core/domain`, `core/platform`, `core/security`\n';

describe('a room card', () => {
  it('that tells the truth passes', () => {
    expect(check(`${CARD}Keys are made in \`keys.ts\`, bytes are \`Uint8Array\`.\n`)).toEqual([]);
  });

  it.each([
    ['speaks of a path that does not exist', `${CARD}See \`core/blobs/gone.ts\`.\n`],
    [
      'allows more than the table',
      '# Blobs\n\nMay import: `core/domain`, `core/platform`, `core/security`, `core/db`\n',
    ],
    ['allows less than the table', '# Blobs\n\nMay import: `core/domain`\n'],
    ['says nothing about imports', '# Blobs\n'],
    ['is longer than a page', `${CARD}${'line\n'.repeat(30)}`],
  ])('that %s fails', (_name, text) => {
    expect(check(text)).not.toEqual([]);
  });
});
