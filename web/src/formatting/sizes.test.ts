import { describe, expect, it } from 'vitest';
import { formatShare, formatSize } from './sizes.ts';

describe('formatSize', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [48_200, '48 kB'],
    [1_540_000, '1.5 MB'],
    [41_943_040, '42 MB'],
    [5_000_000_000_000, '5,000 GB'],
  ])('writes %d as %s', (bytes, expected) => expect(formatSize(bytes, 'en-US')).toBe(expected));
});

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [0.874, '87 %'],
    [0.996, '99 %'],
    [1, '100 %'],
  ])('writes %d as %s', (share, expected) => expect(formatShare(share)).toBe(expected));
});
