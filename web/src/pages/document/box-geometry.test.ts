import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxInPercent, boxOnScreen, hasRoomToTheLeft, padBox, scrollToReveal } from './box-geometry.ts';

const A4 = { width: 595.3, height: 841.9 };

describe('boxOnScreen', () => {
  it('scales page units exactly, wherever the page is rendered', () => {
    const page = { width: 600, height: 800, drawn: { left: 16, top: 1_000, width: 900, height: 1_200 } };
    expect(boxOnScreen([100, 200, 300, 220], page)).toEqual({ left: 166, top: 1_300, width: 300, height: 30 });
  });

  it('maps the whole page to the whole image', () => {
    const drawn = { left: 5, top: 7, width: 333, height: 471 };
    const whole = boxOnScreen([0, 0, A4.width, A4.height], { ...A4, drawn });
    expect([whole.left, whole.top]).toEqual([5, 7]);
    expect(whole.width).toBeCloseTo(333, 9);
    expect(whole.height).toBeCloseTo(471, 9);
  });

  it('does not depend on the unit of the page', () => {
    const drawn = { left: 0, top: 0, width: 500, height: 700 };
    const points = boxOnScreen([10, 20, 30, 40], { width: 100, height: 140, drawn });
    const pixels = boxOnScreen([100, 200, 300, 400], { width: 1_000, height: 1_400, drawn });
    expect(pixels).toEqual(points);
  });
});

it('boxInPercent gives the corner as a share of the page', () => {
  expect(boxInPercent([50, 25, 60, 30], { width: 200, height: 100 })).toEqual({ left: 25, top: 25 });
});

it('a label extends to the side with more room', () => {
  expect(hasRoomToTheLeft([10, 0, 60, 10], { width: 200 })).toBe(false);
  expect(hasRoomToTheLeft([120, 0, 150, 10], { width: 200 })).toBe(true);
  expect(hasRoomToTheLeft([0, 0, 200, 10], { width: 200 })).toBe(false);
});

describe('padBox', () => {
  it('adds padding on each side', () =>
    expect(padBox([10, 10, 20, 14], 2)).toEqual({ x: 8, y: 8, width: 14, height: 8 }));
  it('normalizes reversed boxes', () =>
    expect(padBox([20, 14, 10, 10], 0)).toEqual({ x: 10, y: 10, width: 10, height: 4 }));
});

describe('scrollToReveal', () => {
  const rectangle = fc.record({
    left: fc.integer({ min: 0, max: 2_000 }),
    top: fc.integer({ min: 0, max: 20_000 }),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 200 }),
  });
  const view = fc.record({
    scrollLeft: fc.integer({ min: 0, max: 2_000 }),
    scrollTop: fc.integer({ min: 0, max: 20_000 }),
    width: fc.integer({ min: 320, max: 1_000 }),
    height: fc.integer({ min: 220, max: 1_000 }),
  });

  it('always brings the whole rectangle into view, and then stays still', () => {
    fc.assert(
      fc.property(rectangle, view, (target, now) => {
        const { left, top } = scrollToReveal(target, now);
        expect(target.left).toBeGreaterThanOrEqual(left);
        expect(target.left + target.width).toBeLessThanOrEqual(left + now.width + 1e-6);
        expect(target.top).toBeGreaterThanOrEqual(top);
        expect(target.top + target.height).toBeLessThanOrEqual(top + now.height + 1e-6);
      }),
    );
  });

  it('does not move for targets in view', () => {
    const now = { scrollLeft: 0, scrollTop: 100, width: 800, height: 600 };
    expect(scrollToReveal({ left: 100, top: 300, width: 50, height: 10 }, now)).toEqual({ left: 0, top: 100 });
  });

  it('shows targets larger than the view from their start', () => {
    const now = { scrollLeft: 0, scrollTop: 0, width: 800, height: 600 };
    expect(scrollToReveal({ left: 0, top: 900, width: 100, height: 700 }, now).top).toBe(900);
  });
});
