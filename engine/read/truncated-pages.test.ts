import { expect, test } from 'vitest';
import { resultSchema } from '#core/contract/result';
import { extractFromDocument } from '#engine/index';
import type { ReadPage } from '#engine/model';
import { readerlessHost } from '#engine/testing/readerless-host';
import { checkTruncatedPages } from './truncated-pages.ts';

const page = (number: number): ReadPage => ({
  page: number,
  width: 600,
  height: 800,
  unit: 'px',
  source: 'ocr',
  words: [{ text: 'Invoice', box: [10, 10, 80, 30], size: 20, bold: false, confidence: 0.9 }],
});

test('each page that was not read to its end fails a check of its own', () => {
  const checks = checkTruncatedPages([page(1), { ...page(2), truncated: 'budget' }, page(3)]);
  expect(checks).toMatchObject([{ rule: 'page_read', ok: false }]);
  expect(checks[0]?.detail).toContain('Page 2');
});

test('the result marks the page and fails the check, and is what the API promises', async () => {
  const pages = [page(1), { ...page(2), truncated: 'budget' as const }];
  const outcome = await extractFromDocument({ mediaType: 'image/tiff', method: 'ocr', pages }, readerlessHost);
  const result = outcome.ok ? resultSchema.parse(outcome.result) : undefined;
  expect(result?.pages.map(({ truncated }) => truncated)).toEqual([undefined, 'budget']);
  expect(result?.checks).toContainEqual(expect.objectContaining({ rule: 'page_read', ok: false }));
});
