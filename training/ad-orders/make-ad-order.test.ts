import { expect, test } from 'vitest';
import { AD_PROGRAM_COUNT, adProgramOf, isHeldOut } from './ad-program.ts';
import { makeAdOrder } from './make-ad-order.ts';

test('the same program and seed give the same bytes, another seed another order', async () => {
  const [first, again, other] = await Promise.all([makeAdOrder(3, 'a'), makeAdOrder(3, 'a'), makeAdOrder(3, 'b')]);
  expect(again.bytes).toEqual(first.bytes);
  expect(other.truth.fields).not.toEqual(first.truth.fields);
});

test('a quarter of the programs is held out, and none of them is arranged like one that is looked at', () => {
  const ids = Array.from({ length: AD_PROGRAM_COUNT }, (_, id) => id);
  const structure = (id: number) => JSON.stringify({ ...adProgramOf(id), id: 0, size: 0 });
  const held = ids.filter(isHeldOut);
  expect(held).toHaveLength(AD_PROGRAM_COUNT / 4);
  const seen = new Set(ids.filter((id) => !isHeldOut(id)).map(structure));
  expect(held.filter((id) => seen.has(structure(id)))).toEqual([]);
});
