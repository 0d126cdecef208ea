import { describe, expect, it } from 'vitest';
import { nextZoom } from './zoom.ts';

describe('nextZoom', () => {
  it('returns to exactly 1', () => {
    let zoom = 1;
    for (const by of [1, 1, -1, -1, -1, 1] as const) zoom = nextZoom(zoom, by);
    expect(zoom).toBe(1);
  });

  it('is bounded on both sides', () => {
    let [small, large] = [1, 1];
    for (let step = 0; step < 50; step++) [small, large] = [nextZoom(small, -1), nextZoom(large, 1)];
    expect(small).toBeGreaterThan(0.4);
    expect(large).toBeLessThan(5);
  });
});
