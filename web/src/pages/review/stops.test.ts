import { describe, expect, it } from 'vitest';
import { readAs, resultWith } from './result-example.ts';
import { listStops, mergeOrder, nextOpen } from './stops.ts';

const doubtful = { state: 'needs_review' } as const;

describe('the stops of a document', () => {
  it('are the missing fields, the doubtful values in reading order, and the failed checks', () => {
    const result = resultWith({
      fields: {
        total_amount: readAs('119.00', doubtful),
        invoice_number: readAs('R-1', doubtful),
        currency: readAs('EUR'),
      },
      line_items: [{ amount: readAs('7.00'), description: readAs('Paper', doubtful) }],
      missing: ['invoice_date'],
      checks: [{ rule: 'page_read', ok: false, detail: 'page 2' }],
    });
    expect(listStops(result).map(({ key }) => key)).toEqual([
      'field:invoice_date',
      'field:invoice_number',
      'field:total_amount',
      'line:0:description',
      'check:page_read:page 2',
    ]);
  });

  it('a failed check is a stop of its own only once none of its values is one', () => {
    const check = { rule: 'sum_chain', ok: false, detail: '1 + 1 = 3', fields: ['total_amount', 'tax_amount'] };
    const open = resultWith({ fields: { total_amount: readAs('3', doubtful) }, checks: [check] });
    expect(listStops(open).map(({ kind }) => kind)).toEqual(['value']);
    const settled = resultWith({ fields: { total_amount: readAs('3', { state: 'confirmed' }) }, checks: [check] });
    expect(listStops(settled).map(({ kind }) => kind)).toEqual(['check']);
    const lacking = resultWith({ missing: ['tax_amount'], checks: [check] });
    expect(listStops(lacking).map(({ kind }) => kind)).toEqual(['missing']);
  });

  it('keep their place once they are settled; new ones follow', () => {
    const before = listStops(resultWith({ missing: ['invoice_date'], fields: { currency: readAs('EUR', doubtful) } }));
    const order = mergeOrder([], before, false);
    const after = listStops(
      resultWith({ fields: { currency: readAs('EUR', doubtful), total_amount: readAs('1', doubtful) } }),
    );
    expect(mergeOrder(order, after, false)).toEqual(['field:invoice_date', 'field:currency', 'field:total_amount']);
  });

  it('settled cells and settled checks are forgotten when their rows move', () => {
    const stops = listStops(resultWith({ line_items: [{ amount: readAs('1', doubtful) }] }));
    expect(mergeOrder(['line:4:amount', 'check:old:1', 'field:currency'], stops, true)).toEqual([
      'field:currency',
      'line:0:amount',
    ]);
  });

  it('the next one is the next that is open, around the end; never the same', () => {
    const order = ['a', 'b', 'c', 'd'];
    const open = (key: string) => key !== 'c';
    expect(nextOpen(order, open, 'b')).toBe('d');
    expect(nextOpen(order, open, 'd')).toBe('a');
    expect(nextOpen(order, open, 'a', -1)).toBe('d');
    expect(nextOpen(order, open, null)).toBe('a');
    expect(nextOpen(order, open, null, -1)).toBe('d');
    expect(nextOpen(['a'], open, 'a')).toBe('a');
    expect(nextOpen(['c'], open, 'c')).toBe(null);
    expect(nextOpen([], open, null)).toBe(null);
  });
});
