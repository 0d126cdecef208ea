/**
 * Content of a page of 600 × 400 points without Latin print: curved strokes, or rows of square characters made of
 * strokes. Deterministic.
 */
export function drawing(kind: 'curves' | 'signs'): string {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const near = (value: number, by: number) => (value + by * (next() - 0.5)).toFixed(1);
  const strokes: string[] = [];
  if (kind === 'curves') {
    for (let index = 0; index < 200; index++) {
      const [x, y] = [40 + 520 * next(), 40 + 320 * next()];
      strokes.push(`${(0.5 + 2 * next()).toFixed(1)} w ${x.toFixed(1)} ${y.toFixed(1)} m`);
      strokes.push(`${near(x, 60)} ${near(y, 60)} ${near(x, 60)} ${near(y, 60)} ${near(x, 60)} ${near(y, 60)} c S`);
    }
    return strokes.join(' ');
  }
  for (let sign = 0; sign < 8 * 20; sign++) {
    const [x, y] = [40 + 17 * (sign % 20), 360 - 22 * Math.floor(sign / 20)];
    for (let stroke = 0; stroke < 6; stroke++) {
      const [along, across] = [13 * next() * 0.5, 13 * next()];
      const level = next() < 0.5;
      const [x0, y0] = level ? [x + along, y + across] : [x + across, y + along];
      strokes.push(
        `1 w ${x0.toFixed(1)} ${y0.toFixed(1)} m ${(x0 + (level ? 7 : 0)).toFixed(1)} ${(y0 + (level ? 0 : 7)).toFixed(1)} l S`,
      );
    }
  }
  return strokes.join(' ');
}
