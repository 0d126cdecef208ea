import type { Sheet } from '../generator/sheet.ts';
import { type AdOrder, money } from './ad-order.ts';
import type { AdProgram } from './ad-program.ts';

export interface AdDesk {
  readonly sheet: Sheet;
  readonly order: AdOrder;
  readonly program: AdProgram;
  readonly left: number;
  readonly right: number;
}

type Entry = readonly [label: string, value: string];

/** Draws an airtime order from top to bottom: station, header, lines and sums. */
export function drawAdOrder(desk: AdDesk): void {
  const { sheet, order, program, left, right } = desk;
  const title = order.label(program.kind);
  sheet.text(order.station, left, 50, { size: 16, bold: true });
  sheet.text(order.street, left, 64, { size: program.size });
  sheet.text(order.city, left, 76, { size: program.size });
  sheet.right(title, right, 52, { size: 15, bold: true });
  let y = drawHead(desk, 104);
  if (program.sumsFirst) y = drawSums(desk, y + 18);
  y = drawLines(desk, y + 20);
  if (!program.sumsFirst) drawSums(desk, y + 20);
}

function entriesOf({ order, program }: AdDesk): readonly Entry[] {
  const advertiser: Entry = [order.label('advertiser'), order.advertiser];
  const agency: Entry = [order.label('agency'), order.agency];
  const flight: readonly Entry[] =
    program.flight === 'two-labels'
      ? [
          [order.label('start'), order.date(order.from)],
          [order.label('end'), order.date(order.to)],
        ]
      : [
          [
            order.label('flight'),
            `${order.date(order.from)} ${program.flight === 'range' ? '-' : 'to'} ${order.date(order.to)}`,
          ],
        ];
  const numbers: readonly Entry[] =
    program.kind === 'invoice'
      ? [
          [order.label('invoiceNumber'), order.invoiceNumber],
          [order.label('orderNumber'), order.number],
        ]
      : [[order.label('orderNumber'), order.number]];
  return [
    ...numbers,
    ...(program.agencyFirst ? [agency, advertiser] : [advertiser, agency]),
    [order.label('product'), order.product],
    [order.label('estimate'), order.estimate],
    ...flight,
    [order.label('executive'), order.executive],
  ];
}

function drawHead(desk: AdDesk, top: number): number {
  const { sheet, program, left, right } = desk;
  const size = program.size;
  const step = size * 1.5;
  const entries = entriesOf(desk);
  const label = (text: string) => (program.colon ? `${text}:` : text);
  const column = (right - left) / 4;
  switch (program.head) {
    case 'pairs':
      entries.forEach(([name, value], index) => {
        sheet.text(label(name), left, top + index * step, { size, bold: true });
        sheet.text(value, left + 110, top + index * step, { size });
      });
      return top + entries.length * step;
    case 'two-columns':
      entries.forEach(([name, value], index) => {
        const x = left + (index % 2) * column * 2;
        const y = top + Math.floor(index / 2) * step;
        sheet.text(label(name), x, y, { size, bold: true });
        sheet.text(value, x + 96, y, { size });
      });
      return top + Math.ceil(entries.length / 2) * step;
    case 'stacked':
      entries.forEach(([name, value], index) => {
        sheet.text(name, left + column * 2, top + index * step * 2, { size: size - 1, colour: 'grey' });
        sheet.text(value, left + column * 2, top + index * step * 2 + size + 1, { size });
      });
      return top + entries.length * step * 2;
    case 'row-of-headings':
    case 'boxes':
      entries.forEach(([name, value], index) => {
        const x = left + (index % 4) * column;
        const y = top + Math.floor(index / 4) * step * 2.4;
        if (program.head === 'boxes') sheet.frame(x - 3, y - size - 2, x + column - 6, y + size * 1.9);
        sheet.text(name, x, y, { size: size - 1, bold: true });
        sheet.text(value, x, y + size * 1.3, { size });
      });
      return top + Math.ceil(entries.length / 4) * step * 2.4;
  }
}

const COLUMNS = {
  weekly: ['program', 'day', 'time', 'length', 'spots', 'rate', 'amount'],
  dated: ['start', 'end', 'program', 'time', 'spots', 'rate', 'amount'],
  short: ['program', 'time', 'spots', 'rate', 'amount'],
} as const;
/** Figures are right-aligned from this column on. */
const FIGURES: readonly string[] = ['spots', 'rate', 'amount'];

function drawLines({ sheet, order, program, left, right }: AdDesk, top: number): number {
  const columns = COLUMNS[program.columns];
  const size = program.size - 0.5;
  const width = (right - left) / columns.length;
  const put = (text: string, index: number, y: number, bold = false) => {
    if (FIGURES.includes(columns[index] ?? '')) sheet.right(text, left + (index + 1) * width - 4, y, { size, bold });
    else sheet.text(text, left + index * width, y, { size, bold });
  };
  // The header may use the words for the flight; a date column has its own heading.
  const heading = { start: 'Start', end: 'End' } as const;
  columns.forEach((name, index) => {
    put(name === 'start' || name === 'end' ? heading[name] : order.label(name), index, top, true);
  });
  sheet.line(left, top + 4, right, top + 4);
  let y = top + 16;
  for (const line of order.lines) {
    if (y > sheet.height - 120) {
      sheet.addPage();
      y = 60;
    }
    const cells = {
      program: line.program,
      day: line.days,
      time: line.time,
      length: ':30',
      start: order.date(line.from),
      end: order.date(line.to),
      spots: String(line.spots),
      rate: money(line.rate),
      amount: money(line.rate * line.spots),
    };
    columns.forEach((name, index) => {
      put(cells[name], index, y);
    });
    y += 14;
  }
  return y;
}

function drawSums({ sheet, order, program, left, right }: AdDesk, top: number): number {
  const size = program.size;
  const entries: readonly Entry[] = [
    [order.label('gross'), money(order.gross)],
    [order.label('commission'), money(order.gross - order.net)],
    [order.label('net'), money(order.net)],
  ];
  if (program.sums === 'row-of-headings' || program.sums === 'months') {
    const width = (right - left) / 4;
    const total = String(order.lines.reduce((sum, { spots }) => sum + spots, 0));
    [['', ''] as const, ...entries].forEach(([name, value], index) => {
      const x = left + (index + 1) * width - 4;
      sheet.right(index === 0 ? order.label('spots') : name, x, top, { size, bold: true });
      sheet.right(index === 0 ? total : value, x, top + size * 1.5, { size });
      if (program.sums === 'months') sheet.right(index === 0 ? total : value, x, top + size * 3, { size, bold: true });
    });
    if (program.sums === 'months') {
      sheet.text(order.date(order.from).slice(0, 3), left, top + size * 1.5, { size });
      sheet.text('Totals', left, top + size * 3, { size, bold: true });
    }
    return top + size * 4.5;
  }
  const x = program.sums === 'pairs-left' ? left + 220 : right;
  entries.forEach(([name, value], index) => {
    const y = top + index * size * 1.6;
    sheet.text(program.colon ? `${name}:` : name, x - 220, y, { size, bold: true });
    sheet.right(value, x, y, { size });
  });
  return top + entries.length * size * 1.6;
}
