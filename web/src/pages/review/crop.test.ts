import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropAround, placeOfValue } from './crop.ts';
import { readAs } from './result-example.ts';

const PAGE = { width: 600, height: 800 };

describe('the cut around words', () => {
  it('holds the words and stays on the page, wherever they are', () => {
    const words = fc.record({
      x: fc.double({ min: 0, max: 560, noNaN: true }),
      y: fc.double({ min: 0, max: 780, noNaN: true }),
      width: fc.double({ min: 4, max: 400, noNaN: true }),
      height: fc.double({ min: 4, max: 60, noNaN: true }),
    });
    fc.assert(
      fc.property(words, fc.constantFrom(3.5, 6), ({ x, y, width, height }, aspect) => {
        const [x1, y1] = [Math.min(600, x + width), Math.min(800, y + height)];
        const cut = cropAround([x, y, x1, y1], PAGE, aspect);
        const slack = 0.001;
        expect(cut.x).toBeLessThanOrEqual(x + slack);
        expect(cut.x + cut.width).toBeGreaterThanOrEqual(x1 - slack);
        expect(cut.y).toBeLessThanOrEqual(y + slack);
        expect(cut.y + cut.height).toBeGreaterThanOrEqual(y1 - slack);
        expect(Math.min(cut.x, cut.y)).toBeGreaterThanOrEqual(0);
        expect(cut.x + cut.width).toBeLessThanOrEqual(600 + slack);
        expect(cut.y + cut.height).toBeLessThanOrEqual(800 + slack);
      }),
    );
  });

  it('leaves more room to the left, where labels stand', () => {
    const cut = cropAround([300, 400, 340, 410], PAGE, 6);
    expect(320 - cut.x).toBeGreaterThan(cut.x + cut.width - 320);
  });

  it('is made at the first evidence that has a place', () => {
    const box = [1, 2, 3, 4] as const;
    const evidence = [
      { page: null, box: null, text: '', path: '/a' },
      { page: 2, box, text: '' },
    ];
    expect(placeOfValue(readAs('x', { evidence }))).toEqual({ page: 2, box });
    expect(placeOfValue(readAs('x'))).toBe(null);
    expect(placeOfValue(null)).toBe(null);
  });
});
