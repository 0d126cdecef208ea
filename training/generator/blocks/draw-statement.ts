import type { Desk } from '../desk.ts';
import { statementSums } from '../statement-sums.ts';
import type { LabelName } from '../words/label-words.data.ts';
import { drawTitle } from './draw-trade.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawMeta } from './meta-block.ts';
import { drawFeet } from './page-foot.ts';
import { drawParties } from './party-block.ts';
import { spaced } from './payment-block.ts';

/** A bank statement: account, balances, movements with a running balance or without one. */
export function drawStatement(desk: Desk): void {
  const { sheet, trade, house, left, right, program } = desk;
  const sums = statementSums(trade);
  let y = drawLetterhead(desk) + 24;
  y = drawParties({ ...desk, program: { ...program, parties: 'left', partyLabels: false } }, y + 8) + 14;
  y = drawTitle(desk, y + 8);
  const account = trade.vendor.iban;
  y = drawMeta(
    desk,
    [
      { label: house.label('plainDate'), value: house.date(trade.date), field: 'statement_date' },
      account === undefined
        ? {
            label: house.label('accountNo'),
            value: trade.reference.slice(2) + trade.customerId.replace(/\D/g, ''),
            field: 'account_number',
          }
        : { label: 'IBAN', value: spaced(account), field: 'account_iban' },
      {
        label: house.label('period'),
        value: `${house.date(trade.period[0])} - ${house.date(trade.period[1])}`,
        field: 'period',
      },
    ],
    y + 6,
  );
  y += 14;
  const pairs: readonly (readonly [LabelName, number, string])[] = [
    ['opening', sums.opening, 'opening_balance'],
    ['deposits', sums.deposits, 'total_deposits'],
    ['withdrawals', -sums.withdrawals, 'total_withdrawals'],
    ['closing', sums.closing, 'closing_balance'],
  ];
  for (const [label, cents, field] of pairs) {
    sheet.text(house.label(label), left, y, { size: 9.5 });
    sheet.right(house.money(cents), left + 260, y, { size: 9.5, field });
    y += 14;
  }
  drawMovements(desk, y + 16, left, right);
  drawFeet(desk);
}

function drawMovements(desk: Desk, top: number, left: number, right: number): void {
  const { sheet, trade, house, program } = desk;
  const sums = statementSums(trade);
  const running = program.carry;
  const amountX = running ? right - 90 : right - 4;
  let y = top;
  const head = () => {
    sheet.text(house.label('plainDate'), left, y, { size: 8.5, bold: true });
    sheet.text(house.label('description'), left + 75, y, { size: 8.5, bold: true });
    sheet.right(house.label('amount'), amountX, y, { size: 8.5, bold: true });
    if (running) sheet.right(house.label('balance'), right - 4, y, { size: 8.5, bold: true });
    if (program.rules !== 'none') sheet.line(left, y + 5, right, y + 5);
    y += 18;
  };
  head();
  sums.movements.forEach((movement, index) => {
    if (y > desk.bottom) {
      sheet.addPage();
      y = 80;
      head();
    }
    const tag = (name: string) => ({ size: 9, field: `item:${index}:${name}` });
    sheet.text(house.date(movement.date), left, y, tag('date'));
    sheet.text(movement.text, left + 75, y, tag('description'));
    sheet.right(house.figure(movement.cents), amountX, y, tag('amount'));
    if (running) sheet.right(house.figure(movement.balance), right - 4, y, tag('balance'));
    y += program.leading + 1;
  });
}
