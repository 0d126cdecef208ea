import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Choice } from '../resolve/base/choice.ts';
import { PROVED_FROM, probabilityOf, stateOf, withoutProofOnPictures } from './confidence.ts';

const choice = fc.record<Choice>({
  value: fc.constant('1.00'),
  spans: fc.constant([]),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  rule: fc.constant('label'),
  alternatives: fc.constant([]),
  checks: fc.subarray(['sum_chain']),
  proof: fc.boolean(),
  ambiguous: fc.boolean(),
});

test('nothing is proved without an independent check', () => {
  fc.assert(
    fc.property(choice, (one) => {
      fc.pre(!one.proof);
      expect(probabilityOf(one)).toBeLessThan(PROVED_FROM);
      expect(stateOf('total_amount', one, 1)).not.toBe('proved');
    }),
  );
});

test('what has two readings is for a person, whatever else holds', () => {
  fc.assert(
    fc.property(choice, (one) => {
      fc.pre(one.ambiguous);
      expect(stateOf('invoice_date', one, probabilityOf(one))).toBe('needs_review');
    }),
  );
});

test('a better reading never gets a lower probability', () => {
  fc.assert(
    fc.property(choice, fc.double({ min: 0, max: 1, noNaN: true }), (one, other) => {
      const [low, high] = [Math.min(one.score, other), Math.max(one.score, other)];
      expect(probabilityOf({ ...one, score: low })).toBeLessThanOrEqual(probabilityOf({ ...one, score: high }));
    }),
  );
});

const recognisedSpan = (confidence: number, reading: { readonly agreed?: true } = {}) => {
  const word = { text: '1.00', box: [0, 0, 10, 10], size: 10, bold: false, confidence, ...reading } as const;
  const segment = {
    page: 1,
    line: 0,
    place: 0,
    words: [word],
    text: '1.00',
    offsets: [0],
    box: word.box,
    size: 10,
    bold: false,
  };
  return { segment, start: 0, end: 1 };
};

test('of recognised values a sum proves those that two readers agree on, check digits over the value prove any', () => {
  const read: Choice = {
    value: '1.00',
    spans: [recognisedSpan(0.95)],
    score: 1,
    rule: 'label',
    alternatives: [],
    checks: ['sum_chain'],
    proof: true,
    ambiguous: false,
  };
  expect(stateOf('total_amount', read, probabilityOf(read))).toBe('supported');
  const agreed = { ...read, spans: [recognisedSpan(0.95, { agreed: true })] };
  expect(stateOf('total_amount', agreed, probabilityOf(agreed))).toBe('proved');
  const half = { ...read, spans: [...agreed.spans, ...read.spans] };
  expect(stateOf('total_amount', half, probabilityOf(half))).toBe('supported');
  const account = { ...read, checks: ['iban:vendor_iban'] };
  expect(stateOf('vendor_iban', account, probabilityOf(account))).toBe('proved');
});

test('a value whose letters were hard to recognise is for a person', () => {
  fc.assert(
    fc.property(choice, (one) => {
      const unsure = { ...one, proof: false, spans: [recognisedSpan(0.3)] };
      expect(stateOf('total_amount', unsure, probabilityOf(unsure))).toBe('needs_review');
    }),
  );
});

test('a cell is proved on a text layer and at most supported on a picture', () => {
  const cell = {
    value: '2',
    confidence: 0.99,
    state: 'proved',
    evidence: [{ page: 1, box: null, text: '2' }],
    checks: [],
    alternatives: [],
    rule: 'column:quantity',
  } as const;
  const page = { page: 1, width: 100, height: 100, unit: 'px' } as const;
  expect(withoutProofOnPictures({ cell }, [{ ...page, source: 'text-layer' }])['cell']?.state).toBe('proved');
  expect(withoutProofOnPictures({ cell }, [{ ...page, source: 'ocr' }])['cell']?.state).toBe('supported');
});
