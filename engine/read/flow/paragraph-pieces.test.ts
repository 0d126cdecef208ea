import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphOf, type Run } from './block.ts';
import { piecesOf } from './paragraph-pieces.ts';

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

test('a paragraph of ordinary length stays as it is', () => {
  const paragraph = paragraphOf('Invoice 4711', { bold: true, align: 'right' });
  expect([...piecesOf(paragraph)]).toEqual([paragraph]);
});

test('pieces hold every letter once, in order, and none is longer than a step may take', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50_000), { maxLength: 6 }), fc.nat(5_000), (lengths, short) => {
      const runs = [...lengths.map((length) => 'ab'.repeat(length)), ...Array<string>(short).fill('c')].map((text) => ({
        text,
        bold: false,
        size: 10,
      }));
      const pieces = [...piecesOf({ kind: 'paragraph', runs })];
      expect(pieces.map((piece) => textOf(piece.runs)).join('') === textOf(runs)).toBe(true);
      for (const piece of pieces) expect(textOf(piece.runs).length).toBeLessThanOrEqual(20_000);
    }),
    { numRuns: 20 },
  );
});
