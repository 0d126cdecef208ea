import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Correction, FieldChange, RowOperation } from '#core/domain/correction/correction';
import type { ExtractionResult } from '#core/domain/result';
import { correctResult } from './correct-result.ts';
import { columnNames, fieldNames, readValue, resultOf, results, someOf, valueFor } from './results-for-tests.ts';
import { revalidate } from './revalidate.ts';

const corrector = { by: { kind: 'user', id: 'usr_1' }, at: '2026-01-02T03:04:05.000Z' } as const;

function corrected(result: ExtractionResult, correction: Correction): ExtractionResult {
  const outcome = correctResult(result, correction, corrector);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.result;
}

const change = (name: string): fc.Arbitrary<FieldChange> =>
  fc.oneof(
    { weight: 3, arbitrary: valueFor(name).map((value) => ({ value })) },
    { weight: 1, arbitrary: valueFor(name).map((value) => ({ value, page: 1, box: [1, 2, 3, 4] as const })) },
    fc.constant({ absent: true as const }),
    fc.constant(null),
  );

const fieldChanges = someOf(fieldNames, change);
const cells = someOf(columnNames, (name) => fc.option(valueFor(name).map((value) => ({ value }))));
const row = fc.integer({ min: 0, max: 5 });
const operation: fc.Arbitrary<RowOperation> = fc.oneof(
  fc.record({ op: fc.constant('set' as const), row, cells }),
  fc.record({ op: fc.constant('insert' as const), row, cells }),
  fc.record({ op: fc.constant('delete' as const), row }),
  fc.record({ op: fc.constant('move' as const), row, to: row }),
  fc.record({ op: fc.constant('merge' as const), row }),
  fc.record({ op: fc.constant('split' as const), row, cells }),
);
const corrections: fc.Arbitrary<Correction> = fc.record({
  fields: fieldChanges,
  line_items: fc.array(operation, { maxLength: 4 }),
});

/** The result after each correction that can be made. */
function inTurn(start: ExtractionResult, list: readonly Correction[]): ExtractionResult {
  return list.reduce((result, correction) => {
    const outcome = correctResult(result, correction, corrector);
    return outcome.ok ? outcome.result : result;
  }, start);
}

describe('whatever is corrected', () => {
  test('a result without corrections comes back with its values, and twice is as once', () => {
    fc.assert(
      fc.property(results, (result) => {
        const once = revalidate(result);
        expect(once.line_items).toEqual(result.line_items);
        for (const [name, { value, state }] of Object.entries(once.fields)) {
          expect(value).toBe(result.fields[name]?.value);
          if (state !== 'needs_review') expect(state).toBe(result.fields[name]?.state);
        }
        expect(revalidate(once)).toEqual(once);
      }),
    );
  });

  test('checking a corrected result again changes nothing', () => {
    fc.assert(
      fc.property(results, fc.array(corrections, { maxLength: 3 }), (start, list) => {
        const result = inTurn(revalidate(start), list);
        expect(revalidate(result, { before: result })).toEqual(result);
      }),
    );
  });

  test('confirmed values are those that were sent, are never lowered, and nothing becomes proved', () => {
    fc.assert(
      fc.property(results, fieldChanges, (start, fields) => {
        const before = revalidate(start);
        const { fields: after, absent } = corrected(before, { fields });
        for (const [name, sent] of Object.entries(fields)) {
          if (sent !== null && 'value' in sent)
            expect(after[name]).toMatchObject({ state: 'confirmed', confidence: 1 });
          else expect(after[name]).toBeUndefined();
          if (sent !== null && 'absent' in sent) expect(absent?.[name]).toBeDefined();
        }
        for (const [name, { state }] of Object.entries(after))
          if (state === 'proved') expect(before.fields[name]?.state).toBe('proved');
      }),
    );
  });

  test('the first reading of a field survives any number of corrections', () => {
    fc.assert(
      fc.property(results, fc.array(corrections, { minLength: 1, maxLength: 4 }), (start, list) => {
        const end = inTurn(start, list);
        for (const [name, first] of Object.entries(start.fields)) {
          const now = end.fields[name];
          const kept =
            now === undefined ? (end.absent?.[name]?.original ?? end.cleared?.[name]) : (now.original ?? now);
          expect([name, kept?.value, kept?.evidence]).toEqual([name, first.value, first.evidence]);
        }
      }),
    );
  });

  test('what the correction does not name stays, and the result that was corrected is not touched', () => {
    fc.assert(
      fc.property(results, corrections, (start, correction) => {
        const copy = structuredClone(start);
        const outcome = correctResult(start, correction, corrector);
        expect(start).toEqual(copy);
        if (!outcome.ok) return;
        for (const [name, { value }] of Object.entries(start.fields))
          if (!Object.hasOwn(correction.fields ?? {}, name)) expect(outcome.result.fields[name]?.value).toBe(value);
        expect(outcome.result.pages).toEqual(start.pages);
        expect(outcome.result.version).toBe(start.version);
      }),
    );
  });

  test('moving, inserting and splitting rows loses no cell that was not to go', () => {
    const harmless = operation.filter(({ op }) => op === 'move' || op === 'insert' || op === 'merge');
    fc.assert(
      fc.property(results, fc.array(harmless, { maxLength: 5 }), (start, line_items) => {
        const outcome = correctResult(start, { line_items }, corrector);
        if (!outcome.ok) return;
        // Each reading is still there: as a cell, in the text or sum of a merged cell, or as an alternative.
        const texts = JSON.stringify(outcome.result.line_items);
        for (const item of start.line_items)
          for (const [name, cell] of Object.entries(item))
            if (name !== 'amount') expect(texts).toContain(JSON.stringify(cell.value).slice(1, -1));
        const inserted = line_items.filter(({ op }) => op === 'insert').length;
        const merged = line_items.filter(({ op }) => op === 'merge').length;
        expect(outcome.result.line_items).toHaveLength(start.line_items.length + inserted - merged);
      }),
    );
  });
});

const INVOICE = { invoice_number: 'A-1', invoice_date: '2024-01-02', vendor_name: 'Acme', currency: 'EUR' };
const SUMS = { subtotal_amount: '100.00', tax_amount: '18.00', total_amount: '181.00' };
const value = (text: string) => ({ value: text });

describe('a sum', () => {
  const broken = revalidate(resultOf({ ...INVOICE, ...SUMS }));

  test('that a correction closes is met, and its other values need no review any more', () => {
    expect(broken.checks).toContainEqual(expect.objectContaining({ rule: 'sum_chain', ok: false }));
    expect(broken.fields['tax_amount']?.state).toBe('needs_review');
    const closed = corrected(broken, { fields: { total_amount: value('118') } });
    expect(closed.checks).toContainEqual({
      rule: 'sum_chain',
      ok: true,
      detail: '100.00 + 18.00 = 118.00',
      fields: ['subtotal_amount', 'tax_amount', 'total_amount'],
    });
    expect(closed.fields['tax_amount']?.state).toBe('supported');
    expect(closed.fields['total_amount']).toMatchObject({ state: 'confirmed', original: { value: '181.00' } });
  });

  test('that fails although a value was confirmed stays visible, and lowers the others', () => {
    const held = corrected(broken, { fields: { total_amount: value('181.00') } });
    expect(held.checks).toContainEqual(expect.objectContaining({ rule: 'sum_chain', ok: false }));
    expect(held.fields['total_amount']).toMatchObject({ state: 'confirmed', confirmed_by: { how: 'accepted' } });
    expect(held.fields['subtotal_amount']?.state).toBe('needs_review');
  });

  test('is gone with a value of it, and with it what it proved', () => {
    const proved = { checks: ['sum_chain'], state: 'proved', confidence: 0.985 } as const;
    const good = revalidate(
      resultOf({
        ...INVOICE,
        subtotal_amount: readValue('100.00', proved),
        tax_amount: readValue('18.00', proved),
        total_amount: readValue('118.00', proved),
      }),
    );
    const cleared = corrected(good, { fields: { total_amount: null } });
    expect(cleared.checks.map(({ rule }) => rule)).not.toContain('sum_chain');
    expect(cleared.fields['subtotal_amount']).toMatchObject({ state: 'supported', checks: [] });
    expect(cleared.missing).toContain('total_amount');
  });
});

describe('how a value was confirmed', () => {
  const reading = readValue('4.95', {
    state: 'needs_review',
    alternatives: [
      { value: '4950.00', confidence: 0.4 },
      { value: '7.00', confidence: 0.1 },
    ],
  });
  const start = resultOf({ total_amount: { ...reading, evidence: [{ page: 1, box: [0, 0, 9, 9], text: '4,950' }] } });
  const set = (text: string, more: object = {}) =>
    corrected(start, { fields: { total_amount: { value: text, ...more } } }).fields['total_amount'];

  test('accepting keeps value and place', () => {
    expect(set('4.95')).toMatchObject({
      value: '4.95',
      evidence: [{ text: '4,950' }],
      confirmed_by: { how: 'accepted' },
    });
  });

  test('an alternative keeps the place where that shows it, and only there', () => {
    expect(set('4950.00')).toMatchObject({ confirmed_by: { how: 'alternative' }, evidence: [{ text: '4,950' }] });
    expect(set('7.00')).toMatchObject({ confirmed_by: { how: 'alternative' }, evidence: [] });
  });

  test('words of the page become its evidence', () => {
    const picked = set('$ 12.00', { page: 1, box: [1, 2, 3, 4] });
    expect(picked).toMatchObject({
      value: '12.00',
      confirmed_by: { how: 'picked' },
      evidence: [{ page: 1, box: [1, 2, 3, 4], text: '$ 12.00' }],
    });
  });

  test('going back to the first reading accepts it', () => {
    const typed = corrected(start, { fields: { total_amount: value('1.00') } });
    const back = corrected(typed, { fields: { total_amount: value('4.95') } }).fields['total_amount'];
    expect(back).toMatchObject({ confirmed_by: { how: 'accepted' }, evidence: [{ text: '4,950' }] });
  });

  test('a page that the document has not, and a box without a page, are refused by their path', () => {
    const errorsOf = (more: object) => {
      const outcome = correctResult(start, { fields: { total_amount: { value: '1.00', ...more } } }, corrector);
      return outcome.ok ? [] : outcome.errors.map(({ path }) => path);
    };
    expect(errorsOf({ page: 2 })).toEqual(['fields.total_amount.page']);
    expect(errorsOf({ box: [0, 0, 1, 1] })).toEqual(['fields.total_amount.page']);
  });
});

describe('fields that are not there', () => {
  const start = revalidate(resultOf({ invoice_number: 'A-1', total_amount: '5.00' }));

  test('are missing until they are set or confirmed to be absent', () => {
    expect(start.missing).toEqual(['invoice_date', 'vendor_name', 'currency']);
    const absent = corrected(start, { fields: { invoice_date: { absent: true }, currency: value('€') } });
    expect(absent.missing).toEqual(['vendor_name']);
    expect(absent.fields['currency']).toMatchObject({ value: 'EUR', original: null });
    expect(corrected(absent, { fields: { invoice_date: null } }).missing).toEqual(['invoice_date', 'vendor_name']);
  });
});

describe('rows', () => {
  const rows = [
    { description: 'A', quantity: '2', unit_price: '30.00', amount: '60.00' },
    { description: 'B', quantity: '3', unit_price: '10.00', amount: '30.00' },
    { description: 'C', quantity: '1', unit_price: '10.00', amount: '10.00' },
  ];
  const checks = [
    { rule: 'line_items_sum', ok: true, detail: '60.00 + 30.00 + 10.00 = 100.00' },
    { rule: 'quantity_times_unit_price', ok: true, detail: '2 × 30.00 = 60.00, and 2 more of 3 rows' },
  ];
  const start = resultOf({ ...INVOICE, subtotal_amount: '100.00' }, rows, { checks });
  const checkOf = (result: ExtractionResult, rule: string) => result.checks.find((check) => check.rule === rule);
  const descriptions = (result: ExtractionResult) => result.line_items.map((item) => item['description']?.value);

  test('a cell that breaks its product and the sum is named, and both close again', () => {
    const wrong = corrected(start, { line_items: [{ op: 'set', row: 1, cells: { amount: value('33.00') } }] });
    expect(checkOf(wrong, 'quantity_times_unit_price')).toMatchObject({
      ok: false,
      fields: ['line_items[1].quantity', 'line_items[1].unit_price', 'line_items[1].amount'],
    });
    expect(checkOf(wrong, 'line_items_sum')?.ok).toBe(false);
    expect(wrong.line_items[1]?.['quantity']?.state).toBe('needs_review');
    const right = corrected(wrong, { line_items: [{ op: 'set', row: 1, cells: { amount: value('30') } }] });
    expect(checkOf(right, 'quantity_times_unit_price')?.ok).toBe(true);
    expect(checkOf(right, 'line_items_sum')?.ok).toBe(true);
    expect(right.line_items[1]?.['quantity']?.state).toBe('supported');
  });

  test('a row that goes breaks the sum', () => {
    const left = corrected(start, { line_items: [{ op: 'delete', row: 2 }] });
    expect(checkOf(left, 'line_items_sum')).toMatchObject({ ok: false, detail: '60.00 + 30.00 = 100.00' });
  });

  test('are moved, merged and split in their order', () => {
    expect(descriptions(corrected(start, { line_items: [{ op: 'move', row: 2, to: 0 }] }))).toEqual(['C', 'A', 'B']);
    const merged = corrected(start, { line_items: [{ op: 'merge', row: 0 }] });
    expect(descriptions(merged)).toEqual(['A B', 'C']);
    expect(merged.line_items[0]).toMatchObject({
      amount: { value: '90.00' },
      quantity: { value: '2', alternatives: [{ value: '3' }] },
    });
    const split = corrected(start, {
      line_items: [{ op: 'split', row: 0, cells: { amount: null, description: value('New') } }],
    });
    expect(descriptions(split)).toEqual([undefined, 'New', 'B', 'C']);
    expect(split.line_items[1]?.['amount']).toEqual(start.line_items[0]?.['amount']);
  });

  test('an operation on a row that is not there is refused by its path', () => {
    const outcome = correctResult(
      start,
      {
        line_items: [
          { op: 'delete', row: 0 },
          { op: 'merge', row: 1 },
        ],
      },
      corrector,
    );
    expect(outcome).toEqual({ ok: false, errors: [{ path: 'line_items.1.row', message: 'There is no such row.' }] });
  });
});

test('in a file of several documents the one that the result shows changes with it', () => {
  const first = revalidate(resultOf({ ...INVOICE, ...SUMS }));
  const second = revalidate(resultOf({ invoice_number: 'B-2' }));
  const documents = [first, second].map((one) => ({ ...one, pages: null, confidence: 1, reason: '' }));
  const result = corrected({ ...first, documents }, { fields: { total_amount: value('118.00') } });
  expect(result.documents?.[0]?.fields).toEqual(result.fields);
  expect(result.documents?.[0]?.checks).toEqual(result.checks);
  expect(result.documents?.[1]).toEqual(documents[1]);
});

test('checks of the organization stay as they are, once, whatever is corrected', () => {
  const own = [
    { rule: 'rule:rul_1', ok: false, detail: 'Ask Anna first.', fields: ['invoice_number'] },
    { rule: 'duplicate', ok: false, detail: 'Same file as another document' },
  ];
  const before = resultOf({ invoice_number: 'R-1', total_amount: '5.00' }, [], { checks: own });
  const after = resultOf({ invoice_number: 'R-2', total_amount: '5.00' }, [], { checks: own });
  expect(revalidate(after, { before }).checks).toEqual(own);
});
