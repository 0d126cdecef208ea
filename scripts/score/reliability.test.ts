import { expect, test } from 'vitest';
import type { DocumentScore, FieldScore } from './judge-document.ts';
import { reliabilityTable, riskCoverageTable } from './reliability.ts';

type Value = readonly [confidence: number, right: boolean, state?: FieldScore['state']];

function documentOf(family: string, origin: DocumentScore['origin'], fields: readonly Value[]): DocumentScore {
  return {
    id: family,
    set: 'set',
    family,
    origin,
    fields: fields.map(
      ([confidence, right, state = 'supported']): FieldScore => ({
        field: 'total_amount',
        type: 'amount',
        verdict: right ? 'right' : 'wrong',
        score: right ? 1 : 0,
        noisy: false,
        expected: '1.00',
        returned: right ? '1.00' : '2.00',
        state,
        confidence,
      }),
    ),
    allRight: false,
    expectedType: 'receipt',
    returnedType: 'receipt',
    typeRight: true,
  };
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('pictures and files are measured apart', () => {
  const made = [
    documentOf('a', 'digital', times(60, [0.9, true] as const)),
    documentOf('b', 'digital', times(60, [0.9, true] as const)),
    documentOf('c', 'picture', times(60, [0.9, false] as const)),
    documentOf('d', 'picture', times(60, [0.9, false] as const)),
  ];
  const right = (source: string) =>
    reliabilityTable([], made)
      .rows.find(([name]) => name === source)
      ?.at(-1);
  expect([right('text'), right('ocr')]).toEqual(['1.000', '.000']);
});

test('what is taken first is what is surest: a wrong proof stands at once in the risk', () => {
  const sure = documentOf('a', 'picture', [[0.99, false, 'proved'], ...times(9, [0.5, true] as const)]);
  const [row] = riskCoverageTable([], [sure, documentOf('b', 'picture', times(10, [0.5, true] as const))]).rows;
  expect(row?.slice(0, 3)).toEqual(['ocr', '20', '.250']);
  expect(row?.at(-1)).toBe('.050');
});
