import { expect, test } from 'vitest';
import { leafValue } from '#engine/learning';
import { Random } from '../generator/random.ts';
import { fitWords, scoreWords } from './fit-words.ts';
import { binRows, growTrees } from './grow-trees.ts';

const OPTIONS = { trees: 30, depth: 3, rate: 0.3, lambda: 1, minHessian: 1 } as const;

function table(): { readonly rows: number[][]; readonly labels: Uint8Array } {
  const random = new Random('table');
  const rows = Array.from({ length: 400 }, () => [random.next(), random.next(), random.next()]);
  return { rows, labels: Uint8Array.from(rows, ([a = 0, b = 0]) => Number(a > 0.5 !== b > 0.3)) };
}

test('trees learn what no single feature says', () => {
  const { rows, labels } = table();
  const trees = growTrees(binRows(rows), labels, OPTIONS);
  const right = rows.filter((row, index) => {
    const margin = trees.reduce((sum, tree) => sum + leafValue(tree, row, 0), 0);
    return Number(margin > 0) === labels[index];
  });
  expect(right.length / rows.length).toBeGreaterThan(0.95);
});

test('the same rows give the same trees', () => {
  const { rows, labels } = table();
  expect(growTrees(binRows(rows), labels, OPTIONS)).toEqual(growTrees(binRows(rows), labels, OPTIONS));
});

test('words that go with a label are told from words that do not', () => {
  const rows = Array.from({ length: 200 }, (_, index) => [index % 4 === 0 ? 7 : 11, 20 + (index % 13)]);
  const labels = Uint8Array.from(rows, ([first]) => Number(first === 7));
  const model = fitWords(rows, labels, 'seed');
  expect(scoreWords(model, [7, 25])).toBeGreaterThan(0);
  expect(scoreWords(model, [11, 25])).toBeLessThan(0);
});
