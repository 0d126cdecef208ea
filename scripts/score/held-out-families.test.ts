import { expect, test } from 'vitest';
import { heldOutTable } from './held-out-families.ts';
import type { DocumentScore, FieldScore } from './judge-document.ts';

function documentOf(family: string, fields: readonly (readonly [confidence: number, right: boolean])[]): DocumentScore {
  return {
    id: family,
    set: 'set',
    family,
    origin: 'digital',
    fields: fields.map(
      ([confidence, right]): FieldScore => ({
        field: 'total_amount',
        type: 'amount',
        verdict: right ? 'right' : 'wrong',
        score: right ? 1 : 0,
        noisy: false,
        expected: '1.00',
        returned: right ? '1.00' : '2.00',
        state: 'supported',
        confidence,
      }),
    ),
    allRight: false,
    expectedType: 'invoice',
    returnedType: 'invoice',
    typeRight: true,
  };
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('a family of many documents counts once', () => {
  const documents = [...times(9, documentOf('large', [[0.9, true]])), documentOf('small', [[0.9, false]])];
  const [row] = heldOutTable([{ name: 'all', documents }], documents, []).rows;
  expect(row?.slice(0, 5)).toEqual(['all', '2', '10', '.900', '.500']);
});

test('the probabilities of a family are fitted without it', () => {
  // All other families are wrong at this probability: a family's own results must not help it.
  const own = documentOf('own', times(100, [0.9, true] as const));
  const others = documentOf('others', times(100, [0.9, false] as const));
  const [row] = heldOutTable([{ name: 'own', documents: [own] }], [own, others], []).rows;
  expect(Number(row?.[7])).toBeLessThan(0.1);
  expect(row?.[8]).toBe('1.000');
});
