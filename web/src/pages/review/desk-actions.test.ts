import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DocumentView } from '#core/contract/documents';
import type { Result } from '#core/contract/result';
import { createDesk } from './desk.ts';
import { createDeskActions } from './desk-actions.ts';
import type { Draft } from './drafts.ts';
import type { PreparedDocument } from './prepared-document.ts';
import { readAs, resultWith } from './result-example.ts';

const doubtful = { state: 'needs_review' } as const;
const RESULT = resultWith({
  fields: {
    invoice_number: readAs('R-1', doubtful),
    invoice_date: readAs('2026-01-02'),
    vendor_name: readAs('Northwind'),
    currency: readAs('EUR'),
    subtotal_amount: readAs('100.00'),
    tax_amount: readAs('19.00'),
    total_amount: readAs('191.00', { ...doubtful, alternatives: [{ value: '119.00', confidence: 0.4 }] }),
  },
  line_items: [{ description: readAs('Paper', doubtful), amount: readAs('100.00', doubtful) }],
});

/** A desk whose server never answers: what is seen is what the screen makes of it. */
function deskWith(result: Result) {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  const drafts: Draft[] = [];
  const prepared: PreparedDocument = {
    document: { id: 'doc' } as DocumentView,
    result,
    images: { image: () => Promise.reject(new Error('no images')), loaded: () => null, release: () => undefined },
    words: () => Promise.reject(new Error('no words')),
    release: () => undefined,
  };
  const events = { onRefused: vi.fn(), onOvertaken: vi.fn(), onDraft: (draft: Draft) => void drafts.push(draft) };
  const desk = createDesk(prepared, 'usr', events);
  return { desk, drafts, ...createDeskActions(desk) };
}

afterEach(() => vi.unstubAllGlobals());

describe('at the stops of a document', () => {
  it('accepting settles the value and goes on to the next stop, until none is left', () => {
    const { desk, accept, acceptCells } = deskWith(RESULT);
    expect(desk.active.value).toBe('field:invoice_number');
    accept();
    expect(desk.shown.value.fields['invoice_number']?.state).toBe('confirmed');
    expect(desk.active.value).toBe('field:total_amount');
    accept();
    expect(desk.active.value).toBe('line:0:description');
    acceptCells();
    // The total that was accepted does not close the sum: its parts are doubtful now, and then the check is left.
    expect(desk.stops.value.map(({ key }) => key)).toEqual(['field:subtotal_amount', 'field:tax_amount']);
    accept();
    accept();
    expect(desk.stops.value.map(({ kind }) => kind)).toEqual(['check']);
    expect(desk.active.value).toMatch(/^check:sum_chain/);
    accept();
    expect([desk.stops.value, desk.active.value]).toEqual([[], null]);
  });

  it('a number takes what follows from the other values, and the sum closes', () => {
    const { desk, hasChoice, takeChoice } = deskWith(RESULT);
    desk.activate('field:total_amount');
    expect([hasChoice(0), hasChoice(1)]).toEqual([true, false]);
    takeChoice(0);
    expect(desk.shown.value.fields['total_amount']).toMatchObject({ value: '119.00', state: 'confirmed' });
    expect(desk.shown.value.checks.find(({ rule }) => rule === 'sum_chain')?.ok).toBe(true);
  });

  it('checks are made again with each key, and a text that is no value stays to be put right', () => {
    const { desk, type, accept } = deskWith(RESULT);
    const sum = () => desk.preview.value.checks.find(({ rule }) => rule === 'sum_chain')?.ok;
    desk.activate('field:total_amount');
    for (const letter of '119') type(letter);
    expect([sum(), desk.problem.value]).toEqual([true, null]);
    desk.typing.value = null;
    desk.activate('field:invoice_date');
    for (const letter of '2026-13-45') type(letter);
    expect(desk.problem.value).not.toBe(null);
    accept();
    expect(desk.typing.peek()).toMatchObject({ value: '2026-13-45', key: 'field:invoice_date' });
  });

  it('an approval with open stops has to be repeated', () => {
    const approved = vi.fn();
    const { approve } = deskWith(RESULT);
    approve(approved);
    expect(approved).not.toHaveBeenCalled();
    approve(approved);
    expect(approved).toHaveBeenCalledOnce();
    const done = deskWith(resultWith({ ...RESULT, fields: {}, line_items: [], missing: [] }));
    done.approve(approved);
    expect(approved).toHaveBeenCalledTimes(2);
  });

  it('every key reaches the draft, and a draft brings everything back', () => {
    const first = deskWith(RESULT);
    first.accept();
    first.type('7');
    const draft = first.drafts.at(-1);
    expect(draft).toMatchObject({ version: 1, corrections: [{ label: 'Invoice number' }], typing: { value: '7' } });
    const second = deskWith(RESULT);
    if (draft) second.desk.restore(draft);
    expect(second.desk.shown.value.fields['invoice_number']?.state).toBe('confirmed');
    expect([second.desk.active.value, second.desk.typing.value?.value]).toEqual(['field:total_amount', '7']);
  });

  it('words that were picked are the value, with their place', () => {
    const { desk, fillAndAccept } = deskWith(RESULT);
    fillAndAccept({ value: 'R-2', page: 1, box: [1, 2, 3, 4] });
    expect(desk.shown.value.fields['invoice_number']).toMatchObject({
      value: 'R-2',
      confirmed_by: { how: 'picked' },
      evidence: [{ page: 1, box: [1, 2, 3, 4] }],
    });
    expect(desk.active.value).toBe('field:total_amount');
  });
});
