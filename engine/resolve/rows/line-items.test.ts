import { expect, test } from 'vitest';
import type { LineItem } from '#core/domain/result';
import { buildLines } from '../../layout/lines.ts';
import { createPace } from '../../pace.ts';
import { type DrawnLine, drawPage } from '../../testing/draw-page.ts';
import { type LineItemContext, resolveLineItems } from './line-items.ts';

const HEAD: DrawnLine = [
  [50, 'Description'],
  [320, '>Qty'],
  [420, '>Price'],
  [540, '>Amount'],
];

function itemRow(text: string, quantity: string, price: string, amount: string): DrawnLine {
  return [
    [50, text],
    [320, `>${quantity}`],
    [420, `>${price}`],
    [540, `>${amount}`],
  ];
}

const TOTALS: readonly DrawnLine[] = [
  [
    [350, 'Subtotal'],
    [540, '>80.00'],
  ],
  [
    [350, 'Total'],
    [540, '>96.00'],
  ],
];

const units = (amount: number) => amount * 10_000;
const CONTEXT: LineItemContext = { documentType: 'invoice', subtotal: units(80), tax: units(16), total: units(96) };

async function resolve(pages: readonly (readonly DrawnLine[])[], context: LineItemContext = CONTEXT) {
  return resolveLineItems(
    pages.map((lines, index) => buildLines(drawPage(lines, index + 1))),
    context,
    createPace(async () => undefined),
  );
}

const column = (items: readonly LineItem[], name: string) => items.map((item) => item[name]?.value);
const states = (items: readonly LineItem[], name: string) => items.map((item) => item[name]?.state);

const WIDGETS = [itemRow('Blue widget', '3', '10.00', '30.00'), itemRow('Red widget', '2', '25.00', '50.00')];

test('rows without a single amount are noise on a recognised page and rows on a printed one', async () => {
  const without = (source: 'ocr' | 'text-layer') => {
    const lines: DrawnLine[] = [HEAD.slice(0, 3), ...WIDGETS.map((row) => row.slice(0, 3))];
    const page = { ...drawPage(lines, 1), source };
    return resolveLineItems(
      [buildLines(page)],
      { documentType: 'invoice' },
      createPace(async () => undefined),
    );
  };
  expect((await without('ocr')).items).toEqual([]);
  expect((await without('text-layer')).items).toHaveLength(2);
});

test('rows are read with every cell and proved by their products and their sum', async () => {
  const { items, checks } = await resolve([[HEAD, ...WIDGETS, ...TOTALS]]);
  expect(column(items, 'description')).toEqual(['Blue widget', 'Red widget']);
  expect(column(items, 'quantity')).toEqual(['3', '2']);
  expect(column(items, 'unit_price')).toEqual(['10.00', '25.00']);
  expect(column(items, 'amount')).toEqual(['30.00', '50.00']);
  expect(states(items, 'amount')).toEqual(['proved', 'proved']);
  expect(checks.map(({ rule }) => rule)).toContain('line_items_sum');
});

test('the price under a heading that nobody knows is found beside the quantity', async () => {
  const head = HEAD.map(([x, text]): DrawnLine[number] => [x, text === '>Price' ? '>Kurs' : text]);
  const { items } = await resolve([[head, ...WIDGETS, ...TOTALS]]);
  expect(column(items, 'unit_price')).toEqual(['10.00', '25.00']);
});

test('where neither factor has a heading that is known, quantity and price are not told apart', async () => {
  const names = new Map([
    ['>Qty', '>Wert'],
    ['>Price', '>Kurs'],
  ]);
  const head = HEAD.map(([x, text]): DrawnLine[number] => [x, names.get(text) ?? text]);
  const { items } = await resolve([[head, ...WIDGETS, ...TOTALS]]);
  expect(states(items, 'unit_price')).not.toContain('proved');
  expect(states(items, 'quantity')).not.toContain('proved');
});

test('a description that reaches over the next heading keeps its last words', async () => {
  const long = 'Restoration of six carved dining chairs with their original cane seats';
  const { items } = await resolve([
    [
      HEAD,
      [[50, long]],
      itemRow('', '3', '10.00', '30.00'),
      [[50, 'Red widget']],
      itemRow('', '2', '25.00', '50.00'),
      ...TOTALS,
    ],
  ]);
  expect(column(items, 'description')).toEqual([long, 'Red widget']);
});

test('units stand beside their quantity or in a column of their own', async () => {
  const rows = [itemRow('Blue widget', '3 pcs', '10.00', '30.00'), itemRow('Red widget', '2 h', '25.00', '50.00')];
  const { items } = await resolve([[HEAD, ...rows, ...TOTALS]]);
  expect(column(items, 'quantity')).toEqual(['3', '2']);
  expect(column(items, 'unit')).toEqual(['pcs', 'h']);
});

test('each cell points at the words it was read from', async () => {
  const { items } = await resolve([[HEAD, ...WIDGETS, ...TOTALS]]);
  expect(items[1]?.['amount']?.evidence).toEqual([{ page: 1, box: [515, 128, 540, 138], text: '50.00' }]);
});

test('a table goes on over the page, with its headings repeated or not', async () => {
  const [first = [], second = []] = WIDGETS;
  const last = [second, ...TOTALS];
  for (const pages of [
    [
      [HEAD, first],
      [HEAD, ...last],
    ],
    [[HEAD, first], last],
  ]) {
    const { items } = await resolve(pages);
    expect(column(items, 'amount')).toEqual(['30.00', '50.00']);
  }
});

test('a wrapped description is one text, a remark is none of it', async () => {
  const { items } = await resolve([
    [
      HEAD,
      itemRow('Very long widget that is delivered in', '3', '10.00', '30.00'),
      [[50, 'two parts']],
      itemRow('Red widget', '2', '25.00', '50.00'),
      [[50, 'Serial 7781']],
      ...TOTALS,
    ],
  ]);
  expect(column(items, 'description')).toEqual(['Very long widget that is delivered in two parts', 'Red widget']);
});

test('a description above its numbers belongs to the row below', async () => {
  const { items } = await resolve([
    [
      HEAD,
      [[50, 'Blue widget']],
      itemRow('', '3', '10.00', '30.00'),
      [[50, 'Red widget']],
      itemRow('', '2', '25.00', '50.00'),
      ...TOTALS,
    ],
  ]);
  expect(column(items, 'description')).toEqual(['Blue widget', 'Red widget']);
});

test('rows that do not add up are not proved', async () => {
  const { items } = await resolve([
    [HEAD, ...WIDGETS.slice(0, 1), itemRow('Red widget', '2', '25.00', '51.00'), ...TOTALS],
  ]);
  expect(states(items, 'amount')).not.toContain('proved');
});

test('a single row with a quantity of one proves nothing', async () => {
  const { items } = await resolve([[HEAD, itemRow('Service', '1', '80.00', '80.00'), ...TOTALS]]);
  expect(states(items, 'amount')).toEqual(['supported']);
});

test('a column headed Amount that holds counts is the quantity', async () => {
  const head: DrawnLine = [
    [50, 'Amount'],
    [150, 'Product'],
    [420, '>Price'],
    [540, '>Total'],
  ];
  const row = (count: string, text: string, price: string, total: string): DrawnLine => [
    [50, count],
    [150, text],
    [420, `>${price}`],
    [540, `>${total}`],
  ];
  const { items } = await resolve([
    [head, row('3.00', 'Blue widget', '10.00', '30.00'), row('2.00', 'Red widget', '25.00', '50.00'), ...TOTALS],
  ]);
  expect(column(items, 'quantity')).toEqual(['3', '2']);
  expect(column(items, 'amount')).toEqual(['30.00', '50.00']);
});

test('a receipt without headings is read from its lines', async () => {
  const { items } = await resolve(
    [
      [
        [[50, 'Corner Cafe']],
        [
          [50, '2 Coffee'],
          [200, '>7.00'],
        ],
        [
          [50, 'Cake'],
          [200, '>4.50'],
        ],
        [
          [50, 'TOTAL'],
          [200, '>11.50'],
        ],
      ],
    ],
    { documentType: 'receipt', total: units(11.5) },
  );
  expect(column(items, 'description')).toEqual(['Coffee', 'Cake']);
  expect(column(items, 'quantity')).toEqual(['2', undefined]);
  expect(column(items, 'amount')).toEqual(['7.00', '4.50']);
});

test('lines of a letter that end in amounts are no rows unless they add up', async () => {
  const lines: DrawnLine[] = [[[50, 'We received your payment of 20.00']], [[50, 'and still expect 35.00']]];
  expect((await resolve([lines], { documentType: 'other' })).items).toEqual([]);
});

test('money out is negative and money in positive on an account statement', async () => {
  const head: DrawnLine = [
    [50, 'Date'],
    [130, 'Description'],
    [400, '>Paid out'],
    [480, '>Paid in'],
    [560, '>Balance'],
  ];
  const { items } = await resolve(
    [
      [
        head,
        [
          [50, '03/25/2024'],
          [130, 'Rent'],
          [400, '>500.00'],
          [560, '>700.00'],
        ],
        [
          [50, '04/01/2024'],
          [130, 'Payment Smith'],
          [480, '>120.00'],
          [560, '>820.00'],
        ],
      ],
    ],
    { documentType: 'bank_statement' },
  );
  expect(column(items, 'amount')).toEqual(['-500.00', '120.00']);
  expect(column(items, 'date')).toEqual(['2024-03-25', '2024-04-01']);
});

test('a credit note that prints its amounts as negative gives what is credited', async () => {
  const { items } = await resolve(
    [[HEAD, itemRow('Blue widget', '3', '10.00', '-30.00'), itemRow('Red widget', '2', '25.00', '-50.00'), ...TOTALS]],
    {
      ...CONTEXT,
      documentType: 'credit_note',
    },
  );
  expect(column(items, 'amount')).toEqual(['30.00', '50.00']);
});

test('two tables that only together add up are both taken', async () => {
  const labour: DrawnLine = [
    [50, 'Labour'],
    [320, '>Hours'],
    [420, '>Rate'],
    [540, '>Total'],
  ];
  const { items, checks } = await resolve([
    [HEAD, itemRow('Blue widget', '3', '10.00', '30.00'), labour, itemRow('Fitting', '2', '25.00', '50.00'), ...TOTALS],
  ]);
  expect(column(items, 'amount')).toEqual(['30.00', '50.00']);
  expect(checks.find(({ rule }) => rule === 'line_items_sum')?.detail).toBe('30.00 + 50.00 = 80.00');
});

test('rows behind the total of a section are found when the sum needs them', async () => {
  const section: DrawnLine = [
    [50, 'Total parts'],
    [540, '>30.00'],
  ];
  const { items } = await resolve([
    [
      HEAD,
      itemRow('Blue widget', '3', '10.00', '30.00'),
      section,
      itemRow('Red widget', '2', '25.00', '50.00'),
      ...TOTALS,
    ],
  ]);
  expect(column(items, 'amount')).toEqual(['30.00', '50.00']);
});

test('a discount printed below an item is taken off its amount, with both as evidence', async () => {
  const { items } = await resolve([
    [
      HEAD,
      itemRow('Blue widget', '4', '10.00', '40.00'),
      [
        [50, 'less 25% discount'],
        [540, '>-10.00'],
      ],
      itemRow('Red widget', '2', '25.00', '50.00'),
      ...TOTALS,
    ],
  ]);
  expect(column(items, 'amount')).toEqual(['30.00', '50.00']);
  expect(items[0]?.['amount']?.state).toBe('supported');
  expect(items[0]?.['amount']?.evidence.map(({ text }) => text)).toEqual(['40.00', '-10.00']);
});

test('sums of rounded and of exact products are told apart in the check', async () => {
  const rows = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => itemRow(`Line ${name}`, '1', '0.8403', '0.84'));
  const { checks } = await resolve([[HEAD, ...rows, itemRow('Server', '2', '41.1765', '82.35'), ...TOTALS]], {
    documentType: 'invoice',
    subtotal: units(87.39),
  });
  expect(checks.find(({ rule }) => rule === 'line_items_sum')?.detail).toContain('= 87.39');
});

test('the running balance proves the movements of an account, and only those it fits', async () => {
  const head: DrawnLine = [
    [50, 'Date'],
    [130, 'Description'],
    [460, '>Amount'],
    [560, '>Balance'],
  ];
  const movement = (date: string, text: string, amount: string, balance: string): DrawnLine => [
    [50, date],
    [130, text],
    [460, `>${amount}`],
    [560, `>${balance}`],
  ];
  const { items, checks } = await resolve(
    [
      [
        head,
        movement('2024-03-01', 'Opening deposit', '500.00', '500.00'),
        movement('2024-03-04', 'Grocer', '-42.10', '457.90'),
        movement('2024-03-09', 'Salary', '1200.00', '1657.90'),
        movement('2024-03-11', 'Misread', '-10.00', '1637.90'),
      ],
    ],
    { documentType: 'bank_statement' },
  );
  expect(states(items, 'amount')).toEqual(['supported', 'proved', 'proved', 'needs_review']);
  expect(column(items, 'balance')).toEqual(['500.00', '457.90', '1657.90', '1637.90']);
  expect(checks.map(({ detail }) => detail)).toContain('500.00 + -42.10 = 457.90, and 1 more rows');
});

const TAX_HEAD: DrawnLine = [...HEAD.slice(0, 3), [480, '>Tax'], ...HEAD.slice(3)];
const withTax = (row: DrawnLine, tax: string): DrawnLine => [...row, [480, tax]];

test('what is the same share of each amount under "Tax" is a sum of tax', async () => {
  const rows = WIDGETS.map((row, index) => withTax(row, index === 0 ? '>6.00' : '>10.00'));
  const { items } = await resolve([[TAX_HEAD, ...rows, ...TOTALS]]);
  expect(column(items, 'tax_amount')).toEqual(['6.00', '10.00']);
  expect(column(items, 'tax_rate')).toEqual([undefined, undefined]);
});

test('the same number beside different amounts under "Tax" is a rate', async () => {
  const { items } = await resolve([[TAX_HEAD, ...WIDGETS.map((row) => withTax(row, '>20.00')), ...TOTALS]]);
  expect(column(items, 'tax_rate')).toEqual(['20', '20']);
  expect(column(items, 'tax_amount')).toEqual([undefined, undefined]);
});
