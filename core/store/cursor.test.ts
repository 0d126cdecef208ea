import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

describe('cursor', () => {
  test('a position survives the round trip', () => {
    fc.assert(
      fc.property(fc.nat({ max: 4_102_444_800_000 }), fc.stringMatching(/^[a-z0-9_]{1,30}$/), (at, id) => {
        expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at, id });
      }),
    );
  });

  test.each([
    '',
    'x',
    '%%%',
    btoa('[]'),
    btoa('[1]'),
    btoa('["1","a"]'),
    btoa('[1.5,"a"]'),
    btoa('[-1,"a"]'),
    btoa('[1,""]'),
    btoa('{"at":1,"id":"a"}'),
    'A'.repeat(500),
  ])('text this API did not hand out is refused: %j', (text) => {
    expect(decodeCursor(text)).toBeNull();
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const position = decodeCursor(text);
        expect(position === null || typeof position.id === 'string').toBe(true);
      }),
    );
  });
});
