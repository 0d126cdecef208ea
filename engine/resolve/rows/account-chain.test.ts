import { expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost } from '../../testing/readerless-host.ts';

async function read(lines: readonly string[]) {
  const outcome = await extractFromDocument(documentFromText(lines.join('\n')), readerlessHost);
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { fields, line_items: items, checks } = outcome.result;
  return {
    states: ['opening_balance', 'closing_balance'].map((name) => fields[name]?.state),
    amounts: items.map(({ amount }) => amount?.state),
    chain: checks.find(({ rule }) => rule === 'account_chain')?.detail,
  };
}

const HEAD = ['EXAMPLE BANK', 'BANK STATEMENT', 'Account number   003525801543', 'Opening balance   412.16', ''];
const ROWS = [
  'Date          Description              Amount',
  '2023-07-02    Salary                   100.00',
  '2023-07-03    Breakfast                 -4.20',
  '2023-07-06    Transit                   -1.38',
];

test('rows that lead from the opening to the closing balance prove both and each other', async () => {
  const statement = await read([...HEAD, ...ROWS, '', 'Closing balance   506.58']);
  expect(statement.states).toEqual(['proved', 'proved']);
  expect(statement.amounts).toEqual(['proved', 'proved', 'proved']);
  expect(statement.chain).toBe('412.16 and the movements of 3 rows make 506.58');
});

test('a row that is missing on the page breaks the chain: nothing is proved', async () => {
  const statement = await read([...HEAD, ...ROWS.slice(0, -1), '', 'Closing balance   506.58']);
  expect(statement.states).not.toContain('proved');
  expect(statement.amounts).not.toContain('proved');
});

test('two movements may meet two balances by chance', async () => {
  const statement = await read([...HEAD, ...ROWS.slice(0, -1), '', 'Closing balance   507.96']);
  expect(statement.states).not.toContain('proved');
});

const BALANCED = [
  'Date          Description              Amount     Balance',
  '2023-07-02    Salary                   100.00      512.16',
  '2023-07-03    Breakfast                 -4.20      507.96',
];

test('two rows are proved by the balances behind them and the opening balance', async () => {
  expect((await read([...HEAD, ...BALANCED])).amounts).toEqual(['proved', 'proved']);
});

test('an opening balance that does not lead to the first row proves and contradicts nothing', async () => {
  const other = HEAD.map((line) => line.replace('412.16', '410.16'));
  expect((await read([...other, ...BALANCED])).amounts).toEqual(['supported', 'supported']);
});

test('days of movements are read under any heading, with a year that lies beyond its column', async () => {
  const rows = [
    'Wann                  Description              Amount',
    '2. July 2023          Salary                   100.00',
    '13. September 2023    Breakfast                 -4.20',
    '16. September 2023    Transit                   -1.38',
  ];
  const outcome = await extractFromDocument(documentFromText([...HEAD, ...rows].join('\n')), readerlessHost);
  if (!outcome.ok) throw new Error(outcome.error.message);
  const items = outcome.result.line_items;
  expect(items.map(({ date }) => date?.value)).toEqual(['2023-07-02', '2023-09-13', '2023-09-16']);
  expect(items.map(({ description }) => description?.value)).toEqual(['Salary', 'Breakfast', 'Transit']);
});
