import { type Desk, putLines, roomFor } from '../desk.ts';

/** IBAN in groups of four, as it is printed. */
export function spaced(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Draws account, payment reference and terms. Returns the y below. */
export function drawPayment(desk: Desk, top: number): number {
  const { sheet, program, trade, house, left, random } = desk;
  if (program.payment === 'none' || trade.kind === 'purchase_order') return top;
  const terms = house.label('terms', { days: String(trade.dueDays) });
  const { iban } = trade.vendor;
  const account =
    iban === undefined
      ? ([`${house.label('accountNo')}: ${random.digits(9)}`, undefined] as const)
      : ([`IBAN: ${spaced(iban)}`, 'iban_line'] as const);
  const reference = random.chance(0.4)
    ? [[`${house.label('paymentRef')}: ${trade.paymentReference}`, 'payment_reference_line'] as const]
    : [];
  const lines: (readonly [string, string?])[] = [];
  if (random.chance(0.6)) lines.push([terms, 'terms_line']);
  if (program.payment !== 'footer') {
    if (random.chance(0.5)) lines.push([`${house.label('bank')}: ${random.pick(house.world('coined'))} Bank`]);
    lines.push(account[1] === undefined ? [account[0]] : [account[0], account[1]]);
    if (iban !== undefined && random.chance(0.6)) lines.push([`BIC: ${trade.vendor.bic}`]);
  }
  lines.push(...reference);
  const y = roomFor(desk, top + 8, lines.length * 13 + 16);
  switch (program.payment) {
    case 'box': {
      const below = putLines(desk, lines, left + 8, y + 4, 'left', { size: 9 });
      if (lines.length > 0) sheet.frame(left, y - 10, left + 260, below - 4);
      return below + 8;
    }
    case 'sentence':
      return drawRunning(desk, lines, y);
    case 'pairs':
    case 'footer':
      return putLines(desk, lines, left, y, 'left', { size: 9 });
  }
}

/** Entries on one line, separated by full stops. */
function drawRunning(desk: Desk, lines: readonly (readonly [string, string?])[], top: number): number {
  const { sheet, left, right } = desk;
  let x = left;
  let y = top;
  for (const [text, field] of lines) {
    const wide = sheet.measure(`${text}.  `, { size: 9 });
    if (x > left && x + wide > right) {
      x = left;
      y += 12;
    }
    sheet.text(text, x, y, { size: 9, ...(field !== undefined && { field }) });
    x += wide;
  }
  return y + 14;
}
