import { expect, test } from 'vitest';
import { estimateCost, MAX_LIGHT_MS } from './cost.ts';

const costOf = (mediaType: string | null, size: number) => estimateCost({ mediaType, size });

test('an e-invoice and a page of text are light, a scan and a photo are not', () => {
  expect(costOf('application/xml', 4_600)).toBeLessThan(MAX_LIGHT_MS);
  expect(costOf('application/pdf', 60_000)).toBeLessThan(MAX_LIGHT_MS);
  expect(costOf('image/jpeg', 30_000)).toBeGreaterThan(MAX_LIGHT_MS);
  expect(costOf('application/pdf', 1_500_000)).toBeGreaterThan(MAX_LIGHT_MS);
});

test('more of the same costs more, and every file costs a finite number', () => {
  for (const mediaType of ['image/png', 'application/pdf', 'text/csv', null]) {
    expect(costOf(mediaType, 40_000_000)).toBeGreaterThan(costOf(mediaType, 10_000));
    expect(costOf(mediaType, 0)).toBeGreaterThanOrEqual(0);
  }
});
