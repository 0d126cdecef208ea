import { describe, expect, it } from 'vitest';
import type { FieldState } from '#core/domain/result';
import { checksAgainst, likelyAlternatives, stateReason } from './state-reason.ts';

const check = (rule: string, ok: boolean) => ({ rule, ok, detail: '' });
const readAs = (state: FieldState, alternatives: { value: string; confidence: number }[] = []) => ({
  field: { value: '1', confidence: 0.65, state, evidence: [], checks: [], alternatives, rule: '' },
});

describe('the explanation of a state', () => {
  it('includes the failed checks that name the field, and no others', () => {
    const checks = [
      check('tax_id:vendor_tax_id', false),
      check('tax_id:customer_tax_id', false),
      check('repeated:vendor_tax_id', true),
      check('sum_chain', false),
    ];
    const place = { kind: 'field', group: 'seller' } as const;
    expect(checksAgainst({ name: 'vendor_tax_id', place }, checks)).toEqual([check('tax_id:vendor_tax_id', false)]);
    expect(checksAgainst({ name: 'sum_chain', place }, checks)).toEqual([]);
  });

  it('does not attribute a check of a column to its cells', () => {
    const place = { kind: 'line', row: 0, column: 0 } as const;
    expect(checksAgainst({ name: 'amount', place }, [check('xml_equals_page:amount', false)])).toEqual([]);
  });

  it('mentions the failed check, whatever the state', () => {
    expect(stateReason(readAs('supported'), [check('tax_id:vendor_tax_id', false)])).toContain('failed');
    expect(stateReason(readAs('supported'), [])).toContain('nothing contradicts');
  });

  it('leaves out very unlikely alternatives', () => {
    const unlikely = readAs('needs_review', [{ value: '2', confidence: 0.004 }]);
    expect(likelyAlternatives(unlikely.field)).toEqual([]);
    expect(stateReason(unlikely, [])).not.toContain('another value');
  });

  it('states the confidence and whether another value is possible', () => {
    expect(stateReason(readAs('needs_review'), [])).toContain('no check confirms it');
    expect(stateReason(readAs('needs_review', [{ value: '2', confidence: 0.4 }]), [])).toContain('another value');
    expect(stateReason(readAs('needs_review'), [])).toMatch(/65.?%/);
  });
});
