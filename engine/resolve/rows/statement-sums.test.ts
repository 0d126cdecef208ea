import { expect, test } from 'vitest';
import type { Choice, Choices } from '../base/choice.ts';
import { confirmByBalance } from './statement-sums.ts';

const choice = (value: string): Choice => ({
  value,
  spans: [],
  score: 0.95,
  rule: 'label',
  alternatives: [],
  checks: [],
  proof: false,
  ambiguous: false,
});

function provedOf(values: Readonly<Record<string, string>>): readonly string[] {
  const choices: Choices = new Map(Object.entries(values).map(([name, value]) => [name, choice(value)]));
  confirmByBalance(choices);
  return [...choices].filter(([, { proof }]) => proof).map(([name]) => name);
}

const ACCOUNT = {
  opening_balance: '100.00',
  closing_balance: '120.50',
  total_deposits: '50.00',
  total_withdrawals: '29.50',
};

test('balances and movements that add up are proved', () => {
  expect(provedOf(ACCOUNT)).toEqual(Object.keys(ACCOUNT));
});

test('withdrawals may be printed with their sign', () => {
  expect(provedOf({ ...ACCOUNT, total_withdrawals: '-29.50' })).toHaveLength(4);
});

test('one cent that does not add up proves nothing', () => {
  expect(provedOf({ ...ACCOUNT, total_deposits: '50.01' })).toEqual([]);
});

test('equal balances without a movement do not prove each other', () => {
  expect(provedOf({ opening_balance: '100.00', closing_balance: '100.00' })).toEqual([]);
});

test('on a card purchases raise the balance', () => {
  expect(
    provedOf({
      opening_balance: '80.00',
      closing_balance: '130.00',
      total_deposits: '80.00',
      total_withdrawals: '130.00',
    }),
  ).toHaveLength(4);
});

test('what left an account is an amount without a sign', () => {
  const choices: Choices = new Map([['total_checks', choice('-12.00')]]);
  confirmByBalance(choices);
  expect(choices.get('total_checks')?.value).toBe('12.00');
});
