import { describe, expect, it } from 'vitest';
import { absentBody, type Correction, rebase, setBody, withCorrection } from './corrections.ts';
import { loadDraft, saveDraft } from './drafts.ts';
import { followUps } from './follow-ups.ts';
import { readAs, resultWith } from './result-example.ts';
import { median, summarize } from './session-stats.ts';

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

describe('what follows from the other values', () => {
  const fields = { subtotal_amount: readAs('100.00'), tax_amount: readAs('19.00'), discount_amount: readAs('5.00') };
  const of = (name: string, more = {}) =>
    followUps(resultWith({ fields: { ...fields, ...more } }), { kind: 'field', name });

  it('the total from its parts, and a part from the total', () => {
    expect(of('total_amount').map(({ value }) => value)).toEqual(['114.00']);
    expect(of('tax_amount', { total_amount: readAs('114.00') }).map(({ value }) => value)).toEqual(['19.00']);
    expect(
      of('amount_due', { total_amount: readAs('114.00'), amount_paid: readAs('14.00') }).map(({ value }) => value),
    ).toEqual(['100.00']);
  });

  it('nothing from values that are missing or no amounts', () => {
    expect(of('total_amount', { tax_amount: readAs('n/a') })).toEqual([]);
    expect(of('invoice_number')).toEqual([]);
  });

  it('the cells of a row from each other', () => {
    const rows = [{ quantity: readAs('3'), unit_price: readAs('1.25'), amount: readAs('3.75') }];
    const cell = (name: string) => followUps(resultWith({ line_items: rows }), { kind: 'cell', row: 0, name });
    expect(cell('amount').map(({ value }) => value)).toEqual(['3.75']);
    expect(cell('quantity').map(({ value }) => value)).toEqual(['3']);
    expect(cell('description')).toEqual([]);
  });
});

describe('drafts', () => {
  const memory = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  const draft = { version: 3, corrections: [correction(1, setBody(total, { value: '1' }))], typing: null };

  it('come back for the same person and document only, and are removed once empty', () => {
    const storage = memory();
    expect(saveDraft(() => storage, 'me', 'doc', draft)).toBe(true);
    expect(loadDraft(() => storage, 'me', 'doc')).toEqual(draft);
    expect(loadDraft(() => storage, 'you', 'doc')).toBe(null);
    saveDraft(() => storage, 'me', 'doc', { ...draft, corrections: [] });
    expect(storage.kept.size).toBe(0);
  });

  it('storage that throws loses the draft, not the work', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(saveDraft(full, 'me', 'doc', draft)).toBe(false);
    expect(loadDraft(full, 'me', 'doc')).toBe(null);
  });

  it('something else under the key is no draft', () => {
    const storage = memory();
    saveDraft(() => storage, 'me', 'doc', draft);
    for (const text of ['{', '7', '{"version":1}']) {
      for (const key of storage.kept.keys()) storage.kept.set(key, text);
      expect(loadDraft(() => storage, 'me', 'doc')).toBe(null);
    }
  });
});

describe('the figures of a session', () => {
  it('are medians of what was decided', () => {
    const done = (outcome: 'approved' | 'rejected' | 'postponed', seconds: number, keys: number) => ({
      id: 'd',
      name: 'n',
      outcome,
      milliseconds: seconds * 1_000,
      keys,
    });
    const figures = summarize([
      done('approved', 4, 3),
      done('approved', 10, 9),
      done('rejected', 6, 4),
      done('postponed', 90, 1),
    ]);
    expect(figures).toEqual({ approved: 2, rejected: 1, postponed: 1, medianSeconds: 6, medianKeys: 4 });
    expect(median([])).toBe(null);
    expect(median([1, 4])).toBe(2.5);
  });
});
