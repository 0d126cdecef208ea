import { expect, test } from 'vitest';
import { buildLines } from '../../layout/lines.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import type { Choice, Choices } from '../base/choice.ts';
import { joinAccountNumber } from './account-number.ts';

/** The account number after choosing its first `words` words of a line. */
function joined(text: string, words = 1): string | undefined {
  const [page] = documentFromText(text).pages;
  const segment = page && buildLines(page).lines[0]?.segments[0];
  if (segment === undefined) throw new TypeError('one line was made');
  const value = segment.words
    .slice(0, words)
    .map((word) => word.text)
    .join(' ');
  const choice: Choice = {
    value,
    spans: [{ segment, start: 0, end: words }],
    score: 0.9,
    rule: 'label',
    alternatives: [],
    checks: [],
    proof: false,
    ambiguous: false,
  };
  const choices: Choices = new Map([['account_number', choice]]);
  joinAccountNumber(choices);
  return choices.get('account_number')?.value;
}

test.each([
  ['333 008755555', '333 008755555'],
  ['5488-2926-6730-94 73', '5488-2926-6730-9473'],
  ['12345678 Savings', '12345678'],
  ['12345678  702', '12345678'],
  ['AB12345 99', 'AB12345'],
])('%s is the account number %s', (text, number) => {
  expect(joined(text)).toBe(number);
});
