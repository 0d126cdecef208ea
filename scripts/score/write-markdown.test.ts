import { expect, test } from 'vitest';
import { replaceGenerated, withTargets } from './write-markdown.ts';

test('the words around the generated section stay', () => {
  const first = replaceGenerated('# Accuracy\n\nWords.\n', 'old table', 'corpus');
  const second = replaceGenerated(`${first}\nMore words.\n`, 'new table', 'corpus');
  expect(second).toContain('Words.');
  expect(second).toContain('More words.');
  expect(second).toContain('new table');
  expect(second).not.toContain('old table');
});

test('sections of other names are left alone', () => {
  const first = replaceGenerated('# Accuracy\n', 'table of the corpus', 'corpus');
  const second = replaceGenerated(first, 'table of gold words', 'gold words');
  expect(replaceGenerated(second, 'newer', 'gold words')).toContain('table of the corpus');
});

test('a run writes its own rows of the targets and keeps those of other runs', () => {
  const first = withTargets('# Accuracy\n', [
    ['receipts', '.900', '.950', '.910', 'reached'],
    ['invoices', '.950', '.980', '.940', 'missed'],
  ]);
  const second = withTargets(first, [['invoices', '.950', '.980', '.990', 'goal']]);
  expect(second).toContain('| receipts | .900 | .950 | .910 | reached |');
  expect(second).toContain('| invoices | .950 | .980 | .990 | goal |');
  expect(second).not.toContain('.940');
});
