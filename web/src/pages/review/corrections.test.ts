import { describe, expect, it } from 'vitest';
import { absentBody, type Correction, rebase, setBody, withCorrection } from './corrections.ts';
import { readAs, resultWith } from './result-example.ts';

const BEFORE = resultWith({
  fields: {
    total_amount: readAs('119.00', { state: 'needs_review', alternatives: [{ value: '191.00', confidence: 0.3 }] }),
    currency: readAs('EUR'),
  },
  missing: ['invoice_date'],
  line_items: [{ amount: readAs('100.00') }],
});
const total = { kind: 'field', name: 'total_amount' } as const;
const correction = (id: number, body: Correction['body']): Correction => ({ id, label: 'x', body });

describe('a correction on the screen', () => {
  it.each([
    ['119.00', 'accepted'],
    ['191.00', 'alternative'],
    ['120.00', 'typed'],
  ])('%s is %s, and the reading stays beside it', (value, how) => {
    const field = withCorrection(BEFORE, setBody(total, { value })).fields['total_amount'];
    expect(field).toMatchObject({ value, state: 'confirmed', original: { value: '119.00' }, confirmed_by: { how } });
  });

  it('words of the page bring their place', () => {
    const body = setBody(total, { value: '120.00', page: 1, box: [1, 2, 3, 4] });
    expect(withCorrection(BEFORE, body).fields['total_amount']).toMatchObject({
      confirmed_by: { how: 'picked' },
      evidence: [{ page: 1, box: [1, 2, 3, 4] }],
    });
  });

  it('a missing field is settled by a value, and by not being on the document', () => {
    const date = { kind: 'field', name: 'invoice_date' } as const;
    expect(withCorrection(BEFORE, setBody(date, { value: '2026-01-02' })).missing).not.toContain('invoice_date');
    const absent = withCorrection(BEFORE, absentBody(date));
    expect(absent.missing).not.toContain('invoice_date');
    expect(Object.keys(absent.absent ?? {})).toEqual(['invoice_date']);
  });

  it('rows are inserted, moved and deleted; what is out of range changes nothing', () => {
    const texts = (operations: Correction['body']['line_items']) =>
      withCorrection(BEFORE, { line_items: operations }).line_items.map((row) => row['amount']?.value ?? null);
    expect(
      texts([
        { op: 'insert', row: 0 },
        { op: 'set', row: 0, cells: { amount: { value: '1' } } },
      ]),
    ).toEqual(['1.00', '100.00']);
    expect(
      texts([
        { op: 'insert', row: 1, cells: { amount: { value: '2' } } },
        { op: 'move', row: 1, to: 0 },
      ]),
    ).toEqual(['2.00', '100.00']);
    expect(texts([{ op: 'delete', row: 0 }])).toEqual([]);
    expect(
      texts([
        { op: 'delete', row: 9 },
        { op: 'merge', row: 0 },
        { op: 'set', row: 4, cells: {} },
      ]),
    ).toEqual(['100.00']);
  });
});

describe('corrections on a result that somebody else changed meanwhile', () => {
  const mine = [
    correction(1, setBody(total, { value: '120.00' })),
    correction(2, setBody({ kind: 'field', name: 'currency' }, { value: 'USD' })),
    correction(3, { line_items: [{ op: 'delete', row: 0 }] }),
  ];
  it('those about other values still apply', () => {
    const now = { ...BEFORE, fields: { ...BEFORE.fields, currency: readAs('GBP', { state: 'confirmed' }) } };
    const { kept, dropped } = rebase(mine, BEFORE, now);
    expect([kept.map(({ id }) => id), dropped.map(({ id }) => id)]).toEqual([[1, 3], [2]]);
  });

  it('rows apply only to the same rows', () => {
    const now = { ...BEFORE, line_items: [{ amount: readAs('99.00') }, ...BEFORE.line_items] };
    expect(rebase(mine, BEFORE, now).dropped.map(({ id }) => id)).toEqual([3]);
  });
});
