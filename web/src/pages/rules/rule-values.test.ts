import { describe, expect, it } from 'vitest';
import type { RuleDefinition } from '#core/domain/rules/definition';
import { describeDemand, describeScope } from '../../wording/rule-words.ts';
import { definitionOf, problemsOf, valuesOf } from './rule-values.ts';

const DEFINITIONS: readonly (readonly [RuleDefinition, string, string | null])[] = [
  [
    { kind: 'required', fields: ['order_number', 'due_date'], message: 'm' },
    'Order number and Due date must be on the document',
    null,
  ],
  [
    { kind: 'range', field: 'total_amount', max: '1000', document_types: ['invoice'], message: 'm' },
    'Total must be at most 1000',
    'Only documents of type Invoice.',
  ],
  [{ kind: 'range', field: 'total_amount', min: '1', max: '2', message: 'm' }, 'Total must be between 1 and 2', null],
  [
    { kind: 'pattern', field: 'order_number', pattern: '[A-Z]{2}', vendor: 'Northwind', message: 'm' },
    'Order number must have the form [A-Z]{2}',
    'Only documents from Northwind.',
  ],
  [
    {
      kind: 'list',
      field: 'currency',
      values: ['EUR', 'USD', 'CHF', 'GBP', 'SEK'],
      when: { field: 'total_amount', operator: 'gt', value: '10' },
      message: 'm',
    },
    'Currency must be EUR, USD, CHF, GBP or 1 more',
    'Only documents where Total is above 10.',
  ],
  [
    { kind: 'compare', left: 'due_date', operator: 'gte', right: { field: 'invoice_date' }, message: 'm' },
    'Due date must be at least Invoice date',
    null,
  ],
  [
    { kind: 'compare', left: 'currency', operator: 'eq', right: { value: 'EUR' }, message: 'm' },
    'Currency must equal EUR',
    null,
  ],
  [{ kind: 'approval_above', amount: '1000', message: 'm' }, 'Totals above 1000 are always reviewed', null],
  [{ kind: 'always_review', vendor: 'Northwind', message: 'm' }, 'Documents of Northwind are always reviewed', null],
];

describe('a rule in its form', () => {
  it.each(DEFINITIONS)('%j comes out as it went in, and has words', (definition, demand, scope) => {
    const values = valuesOf({ name: 'Rule', definition });
    expect(problemsOf(values)).toEqual({});
    expect(definitionOf(values)).toEqual(definition);
    expect(describeDemand(definition)).toBe(demand);
    expect(describeScope(definition)).toBe(scope);
  });

  it('names what is missing, beside its input', () => {
    const empty = valuesOf(null);
    expect(Object.keys(problemsOf(empty))).toEqual(['fields']);
    expect(Object.keys(problemsOf({ ...empty, kind: 'range' }))).toEqual(['min']);
    expect(Object.keys(problemsOf({ ...empty, kind: 'range', max: '1,000' }))).toEqual(['max']);
    expect(Object.keys(problemsOf({ ...empty, kind: 'approval_above', amount: '-1' }))).toEqual(['amount']);
    expect(Object.keys(problemsOf({ ...empty, kind: 'always_review', whenField: 'currency' }))).toEqual([
      'vendor',
      'whenValue',
    ]);
  });
});
