import { expect, test } from 'vitest';
import { DATE_ORDER_COUNT, dateOrder, ECHO_COUNT, numberEchoes } from './value-order.ts';

test('dates are placed from the earliest to the latest, and a repeated one counts once', () => {
  const order = dateOrder(['2024-02-01', '2024-01-02', '2024-01-02']);
  expect(order.get('2024-01-02')).toEqual([0, 2, 0, 30]);
  expect(order.get('2024-02-01')).toEqual([1, 2, 30, 0]);
  for (const own of order.values()) expect(own).toHaveLength(DATE_ORDER_COUNT);
});

test('a number inside another is seen from both sides, a short one from none', () => {
  const echoes = numberEchoes(['INV-2041', 'RF-INV2041-7', '204']);
  expect(echoes.get('INV-2041')).toEqual([1, 0]);
  expect(echoes.get('RF-INV2041-7')).toEqual([0, 1]);
  expect(echoes.get('204')).toEqual([0, 0]);
  for (const own of echoes.values()) expect(own).toHaveLength(ECHO_COUNT);
});
