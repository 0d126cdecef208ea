import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageFacts } from './page-facts.ts';
import { proposeDocuments } from './propose-documents.ts';

const page = (facts: Partial<PageFacts> = {}): PageFacts => ({
  type: undefined,
  confidence: 0.5,
  numbering: undefined,
  numbers: new Set(),
  written: true,
  ...facts,
});
const invoice = (...numbers: string[]) => page({ type: 'invoice', confidence: 0.95, numbers: new Set(numbers) });
const ranges = (pages: readonly PageFacts[]) => proposeDocuments(pages).map(({ from, to }) => [from, to]);

test('a second invoice number begins a second invoice, and says so', () => {
  const pages = [invoice('A1'), invoice('A1'), page(), invoice('B2'), page()];
  expect(proposeDocuments(pages)).toEqual([
    { from: 1, to: 3, confidence: 1, reason: 'first page' },
    { from: 4, to: 5, confidence: 0.93, reason: 'number B2 after number A1' },
  ]);
});

test('pages that count on belong together, whatever else they say', () => {
  const counted = (number: number, facts: Partial<PageFacts>) => page({ ...facts, numbering: { page: number, of: 3 } });
  const pages = [
    counted(1, { type: 'invoice', confidence: 0.99, numbers: new Set(['A1']) }),
    counted(2, { type: 'bank_statement', confidence: 0.99 }),
    counted(3, { type: 'invoice', confidence: 0.99, numbers: new Set(['B2']) }),
  ];
  expect(ranges(pages)).toEqual([[1, 3]]);
});

test('counting begins again at 1 where a document begins', () => {
  const pages = [
    page({ numbering: { page: 1, of: 2 } }),
    page({ numbering: { page: 2, of: 2 } }),
    page({ numbering: { page: 1, of: 1 } }),
  ];
  expect(ranges(pages)).toEqual([
    [1, 2],
    [3, 3],
  ]);
});

test('another kind of paper begins a document; a page that says nothing belongs to the one before', () => {
  const pages = [
    page({ type: 'bank_statement', confidence: 0.9 }),
    page(),
    page({ type: 'tax_form', confidence: 0.9 }),
    page({ written: false }),
  ];
  expect(ranges(pages)).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test.each([
  ['terms behind an invoice', [invoice('A1'), page({ type: 'contract', confidence: 0.7 })]],
  [
    'an order and its invoice under one number',
    [page({ type: 'purchase_order', confidence: 0.95, numbers: new Set(['A1']) }), invoice('A1')],
  ],
  ['pages that say nothing', [page(), page(), page()]],
])('nothing is cut without a sign: %s', (_name, pages) => {
  expect(ranges(pages)).toEqual([[1, pages.length]]);
});

test('every page is in exactly one document, in order', () => {
  const facts = fc.record({
    type: fc.constantFrom(undefined, 'invoice' as const, 'tax_form' as const, 'id_document' as const, 'other' as const),
    confidence: fc.constantFrom(0.5, 0.9),
    numbering: fc.option(fc.record({ page: fc.integer({ min: 1, max: 3 }), of: fc.constant(3) }), { nil: undefined }),
    numbers: fc.subarray(['A1', 'B2']).map((numbers) => new Set(numbers)),
    written: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(facts, { minLength: 1, maxLength: 12 }), (pages) => {
      const covered = ranges(pages).flatMap(([from = 0, to = 0]) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i),
      );
      expect(covered).toEqual(pages.map((_, index) => index + 1));
    }),
  );
});
