import { expect, test } from 'vitest';
import { replaceGenerated } from './write-markdown.ts';

test('the words around the generated section stay', () => {
  const first = replaceGenerated('# Accuracy\n\nWords.\n', 'old table');
  const second = replaceGenerated(`${first}\nMore words.\n`, 'new table');
  expect(second).toContain('Words.');
  expect(second).toContain('More words.');
  expect(second).toContain('new table');
  expect(second).not.toContain('old table');
});
