import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExtractionResult, type FieldValue, RESULT_SCHEMA } from '../result.ts';
import { statusOf } from '../result-summary.ts';
import { brokenRules, withRules } from './broken-rules.ts';
import { RULE_LIMITS, RULE_OPERATORS, type RuleDefinition, type RuleDemand } from './definition.ts';

const field = (value: string): FieldValue => ({
  value,
  confidence: 0.95,
  state: 'supported',
  evidence: [],
  checks: [],
  alternatives: [],
  rule: 'label:x/right',
});

const result = (values: Readonly<Record<string, string>>, more: Partial<ExtractionResult> = {}): ExtractionResult => ({
  schema: RESULT_SCHEMA,
  version: 1,
  document_type: 'invoice',
  document_type_confidence: 1,
  language: null,
  page_count: 1,
  method: 'text-layer',
  fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)])),
  line_items: [],
  missing: [],
  checks: [],
  pages: [],
  timings_ms: { read: 0, classify: 0, extract: 0, validate: 0 },
  ...more,
});

type Scope = Partial<Pick<RuleDefinition, 'document_types' | 'vendor' | 'when' | 'message'>>;
const rule = (demand: RuleDemand, scope: Scope = {}) => ({
  id: 'rul_1',
  definition: { message: 'Ask Anna first.', ...scope, ...demand },
});
const breaks = (demand: RuleDemand, values: Readonly<Record<string, string>>, scope: Scope = {}) =>
  brokenRules([rule(demand, scope)], result(values)).length > 0;

describe('a rule', () => {
  test('that is broken is a failed check with its own words and the fields it is about', () => {
    const demand = { kind: 'required', fields: ['order_number', 'due_date', 'currency'] } as const;
    expect(brokenRules([rule(demand)], result({ due_date: '2026-01-01' }))).toEqual([
      { rule: 'rule:rul_1', ok: false, detail: 'Ask Anna first.', fields: ['order_number', 'currency'] },
    ]);
    expect(breaks({ kind: 'required', fields: ['due_date'] }, { due_date: '2026-01-01' })).toBe(false);
  });

  test.each<[RuleDemand, string, boolean]>([
    [{ kind: 'range', field: 'x', min: '10', max: '20' }, '9.99', true],
    [{ kind: 'range', field: 'x', min: '10', max: '20' }, '10.00', false],
    [{ kind: 'range', field: 'x', max: '0.3' }, '0.30000000000000001', true],
    [{ kind: 'range', field: 'x', min: '2026-01-01' }, '2025-12-31', true],
    [{ kind: 'range', field: 'x', min: '2026-01-01' }, '2026-01-01T08:00:00Z', false],
    [{ kind: 'range', field: 'x', min: '2026-01-01' }, 'soon', true],
    [{ kind: 'pattern', field: 'x', pattern: '[A-Z]{2}\\d{3}' }, 'AB123', false],
    [{ kind: 'pattern', field: 'x', pattern: '[A-Z]{2}\\d{3}' }, 'AB1234', true],
    [{ kind: 'pattern', field: 'x', pattern: 'a*' }, 'a'.repeat(RULE_LIMITS.patternInput + 1), true],
    [{ kind: 'list', field: 'x', values: ['Köln', 'Bonn'] }, 'köln ', false],
    [{ kind: 'list', field: 'x', values: ['Köln', 'Bonn'] }, 'Berlin', true],
    [{ kind: 'compare', left: 'x', operator: 'lte', right: { value: '5' } }, '5.01', true],
    [{ kind: 'compare', left: 'x', operator: 'ne', right: { value: 'EUR' } }, 'eur', true],
  ])('%j of the value %s is broken: %s', (demand, value, expected) => {
    expect(breaks(demand, { x: value })).toBe(expected);
  });

  test('compares two fields, and says nothing where one of them is not there', () => {
    const demand: RuleDemand = { kind: 'compare', left: 'due_date', operator: 'gte', right: { field: 'invoice_date' } };
    expect(brokenRules([rule(demand)], result({ due_date: '2026-01-01', invoice_date: '2026-01-02' }))).toMatchObject([
      { fields: ['due_date', 'invoice_date'] },
    ]);
    expect(breaks(demand, { due_date: '2026-01-03', invoice_date: '2026-01-02' })).toBe(false);
    expect(breaks(demand, { due_date: '2026-01-01' })).toBe(false);
    expect(breaks(demand, { invoice_date: '2026-01-01' })).toBe(false);
  });

  test('demands approval above an amount, for credits too', () => {
    const demand: RuleDemand = { kind: 'approval_above', amount: '1000' };
    expect(breaks(demand, { total_amount: '1000.00' })).toBe(false);
    expect(breaks(demand, { total_amount: '1000.01' })).toBe(true);
    expect(breaks(demand, { amount_due: '-2000' })).toBe(true);
    expect(breaks(demand, {})).toBe(false);
  });

  test('knows a vendor by name, whatever its case, blanks and punctuation', () => {
    const demand: RuleDemand = { kind: 'always_review', vendor: 'Müller & Co. GmbH' };
    expect(breaks(demand, { vendor_name: 'MÜLLER & CO GMBH' })).toBe(true);
    expect(breaks(demand, { vendor_name: 'Müller AG' })).toBe(false);
    expect(breaks({ kind: 'always_review', vendor: '&' }, { vendor_name: '-' })).toBe(false);
  });

  test('applies to its types, its vendor and its condition only', () => {
    const demand: RuleDemand = { kind: 'required', fields: ['order_number'] };
    const values = { vendor_name: 'Acme', total_amount: '50' };
    expect(breaks(demand, values, { document_types: ['receipt'] })).toBe(false);
    expect(breaks(demand, values, { document_types: ['receipt', 'invoice'] })).toBe(true);
    expect(breaks(demand, values, { vendor: 'Other' })).toBe(false);
    expect(breaks(demand, values, { vendor: 'ACME' })).toBe(true);
    expect(breaks(demand, values, { when: { field: 'total_amount', operator: 'gt', value: '100' } })).toBe(false);
    expect(breaks(demand, values, { when: { field: 'total_amount', operator: 'lt', value: '100' } })).toBe(true);
    expect(breaks(demand, values, { when: { field: 'currency', operator: 'ne', value: 'EUR' } })).toBe(false);
  });

  test('is broken once, where any of the documents of a file breaks it', () => {
    const part = { pages: null, confidence: 1, reason: '', document_type_confidence: 1 };
    const [first, second] = [result({ order_number: '1' }), result({ currency: 'EUR' })];
    const whole = { ...first, documents: [first, second, second].map((one) => ({ ...one, ...part })) };
    expect(brokenRules([rule({ kind: 'required', fields: ['order_number'] })], whole)).toHaveLength(1);
  });
});

const NAMES = ['vendor_name', 'total_amount', 'due_date', 'x', 'constructor'];
const anyValue = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
);
const anyField = fc.constantFrom(...NAMES);
const anyDemand: fc.Arbitrary<RuleDemand> = fc.oneof(
  fc.record({ kind: fc.constant('required' as const), fields: fc.array(anyField, { minLength: 1 }) }),
  fc.record({ kind: fc.constant('range' as const), field: anyField, min: anyValue, max: anyValue }),
  fc.record({ kind: fc.constant('list' as const), field: anyField, values: fc.array(anyValue) }),
  fc.record({
    kind: fc.constant('compare' as const),
    left: anyField,
    operator: fc.constantFrom(...RULE_OPERATORS),
    right: fc.oneof(fc.record({ field: anyField }), fc.record({ value: anyValue })),
  }),
  fc.record({ kind: fc.constant('approval_above' as const), amount: fc.nat().map(String) }),
  fc.record({ kind: fc.constant('always_review' as const), vendor: anyValue }),
);
const anyRules = fc
  .array(anyDemand, { maxLength: 8 })
  .map((demands) => demands.map((demand, at) => ({ ...rule(demand), id: `rul_${at}` })));
const anyResult = fc.dictionary(anyField, anyValue).map((values) => result(values));

describe('for any rules and values', () => {
  test('evaluating again changes nothing, and every broken rule is a stop', () => {
    fc.assert(
      fc.property(anyRules, anyResult, (rules, read) => {
        const once = withRules(rules, read);
        expect(withRules(rules, once)).toEqual(once);
        const broken = once.checks.filter(({ ok }) => !ok);
        expect(new Set(broken.map((check) => check.rule)).size).toBe(broken.length);
        if (broken.length > 0) expect(statusOf(once)).toBe('needs_review');
      }),
    );
  });

  test('without rules nothing is left of them, and other checks stay', () => {
    fc.assert(
      fc.property(anyRules, anyResult, (rules, read) => {
        const checked = { ...read, checks: [{ rule: 'sum_chain', ok: true, detail: '' }] };
        expect(withRules([], withRules(rules, checked))).toEqual(checked);
      }),
    );
  });

  test('a comparison and its opposite are never broken both', () => {
    const opposite = { eq: 'ne', ne: 'eq', lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const;
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), fc.constantFrom(...RULE_OPERATORS), (left, right, operator) => {
        const broken = [operator, opposite[operator]].filter((one) =>
          breaks({ kind: 'compare', left: 'x', operator: one, right: { value: `${right}` } }, { x: `${left}` }),
        );
        const isDecimal = [left, right].every((value) => `${value}`.replace('-', '').length <= 40);
        if (isDecimal) expect(broken).toHaveLength(1);
      }),
    );
  });
});
