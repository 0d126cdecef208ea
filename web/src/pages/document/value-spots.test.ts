import { describe, expect, it } from 'vitest';
import type { Box, FieldValue } from '#core/domain/result';
import { countStates, lineItemColumns, listSpots, marksOnPage, nextToReview, stepFrom } from './value-spots.ts';

const field = (
  state: FieldValue['state'] = 'proved',
  page: number | null = 1,
  box: Box | null = [0, 0, 10, 10],
): FieldValue => ({
  value: 'x',
  confidence: 1,
  state,
  evidence: [{ page, box, text: 'x' }],
  checks: [],
  alternatives: [],
  rule: '',
});

const RESULT = {
  fields: { total_amount: field(), vendor_name: field('needs_review'), invoice_number: field('supported') },
  line_items: [
    { amount: field(), description: field(), quantity: field() },
    { amount: field('needs_review'), description: field() },
  ],
};
const spots = listSpots(RESULT);
const key = (spot: { key: string } | null) => spot?.key ?? null;

describe('listSpots', () => {
  it('orders fields by group, then line items by row', () => {
    expect(spots.map(key)).toEqual([
      'field:invoice_number',
      'field:vendor_name',
      'field:total_amount',
      'line:0:description',
      'line:0:quantity',
      'line:0:amount',
      'line:1:description',
      'line:1:amount',
    ]);
  });

  it('places totals after their parts, whatever the order in the result', () => {
    const fields = {
      total_amount: field(),
      currency: field(),
      tax_amount: field(),
      deposit_amount: field(),
      subtotal_amount: field(),
    };
    expect(listSpots({ fields, line_items: [] }).map(({ name }) => name)).toEqual([
      'subtotal_amount',
      'tax_amount',
      'total_amount',
      'currency',
      'deposit_amount',
    ]);
  });

  it('keeps the amount as the last column, whatever else there is', () => {
    expect(lineItemColumns({ line_items: [{ amount: field(), colour: field(), description: field() }] })).toEqual([
      'description',
      'colour',
      'amount',
    ]);
    expect(lineItemColumns({ line_items: [{ colour: field() }] })).toEqual(['colour']);
  });

  it('counts every value once', () => {
    expect(countStates(spots)).toEqual({ proved: 5, supported: 1, needs_review: 2, confirmed: 0 });
  });
});

describe('stepFrom', () => {
  it('starts at the first value', () => expect(key(stepFrom(spots, null, 'down'))).toBe('field:invoice_number'));

  it('moves from the last field to the line items and back', () => {
    expect(key(stepFrom(spots, 'field:total_amount', 'down'))).toBe('line:0:description');
    expect(key(stepFrom(spots, 'line:0:amount', 'up'))).toBe('field:total_amount');
  });

  it('keeps the column from row to row, or takes the nearest where the cell is empty', () => {
    expect(key(stepFrom(spots, 'line:0:amount', 'down'))).toBe('line:1:amount');
    expect(key(stepFrom(spots, 'line:0:quantity', 'down'))).toBe('line:1:description');
  });

  it('stays within a row when moving sideways', () => {
    expect(key(stepFrom(spots, 'line:0:description', 'right'))).toBe('line:0:quantity');
    expect(stepFrom(spots, 'line:0:amount', 'right')).toBeNull();
    expect(stepFrom(spots, 'line:0:description', 'left')).toBeNull();
  });

  it('stops at the ends', () => {
    expect(stepFrom(spots, 'field:invoice_number', 'up')).toBeNull();
    expect(stepFrom(spots, 'line:1:amount', 'down')).toBeNull();
    expect(stepFrom([], null, 'down')).toBeNull();
  });
});

describe('nextToReview', () => {
  it('visits only values that need review, wrapping around', () => {
    expect(key(nextToReview(spots, null, 1))).toBe('field:vendor_name');
    expect(key(nextToReview(spots, 'field:vendor_name', 1))).toBe('line:1:amount');
    expect(key(nextToReview(spots, 'line:1:amount', 1))).toBe('field:vendor_name');
    expect(key(nextToReview(spots, null, -1))).toBe('line:1:amount');
    expect(key(nextToReview(spots, 'line:1:amount', -1))).toBe('field:vendor_name');
  });

  it('stays on the only one, and finds none when nothing needs review', () => {
    const one = listSpots({ fields: { a: field('needs_review') }, line_items: [] });
    expect(key(nextToReview(one, 'field:a', 1))).toBe('field:a');
    expect(nextToReview(listSpots({ fields: { a: field() }, line_items: [] }), null, 1)).toBeNull();
    expect(nextToReview([], null, -1)).toBeNull();
  });
});

describe('marksOnPage', () => {
  it('returns the boxes of that page only, small ones last', () => {
    const marks = marksOnPage(
      listSpots({
        fields: {
          a: field('proved', 1, [0, 0, 5, 5]),
          b: field('proved', 1, [0, 0, 50, 50]),
          c: field('proved', 2),
          d: field('proved', null, null),
        },
        line_items: [],
      }),
      1,
    );
    expect(marks.map(({ key: name }) => name)).toEqual(['field:b', 'field:a']);
  });
});
