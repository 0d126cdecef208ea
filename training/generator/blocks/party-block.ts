import { type Desk, partyLines, putLines } from '../desk.ts';

/** Draws issuer and recipient below the letterhead, with the delivery address as a decoy. Returns the y below. */
export function drawParties(desk: Desk, y: number): number {
  const { sheet, trade, program, house, left, right, random } = desk;
  const middle = (left + right) / 2 + 10;
  const customer = customerLines(desk);
  const heading = program.partyLabels;
  const block = (
    label: string,
    lines: readonly (readonly [string, string?])[],
    x: number,
    labelled = heading,
  ): number => {
    if (labelled) sheet.text(`${label}${random.chance(0.4) ? ':' : ''}`, x, y, { size: 8.5, bold: true });
    return putLines(desk, lines, x, y + (labelled ? 14 : 0), 'left', { size: 9.5 });
  };
  if (program.letterhead === 'window') {
    const sender = [trade.vendor.name, ...trade.vendor.address];
    drawSenderLine(desk, sender, left, y - 6);
    return putLines(desk, customer, left, y + 12, 'left', { size: 10 });
  }
  switch (program.parties) {
    case 'left':
      return block(house.label('billTo'), customer, left);
    case 'right':
      return block(house.label('billTo'), customer, middle);
    case 'bill-ship': {
      const first = block(house.label('billTo'), customer, left, true);
      return Math.max(first, block(house.label('shipTo'), partyLines(trade.shipTo), middle, true));
    }
    case 'from-to': {
      const first = block(house.label('from'), partyLines(trade.vendor, 'vendor'), left, true);
      return Math.max(first, block(house.label('billTo'), customer, middle, true));
    }
    case 'boxed': {
      const below = block(house.label('billTo'), customer, left + 8, true);
      sheet.frame(left, y - 12, middle - 20, below);
      return below + 6;
    }
    case 'inline': {
      const label = `${house.label('billTo')}: `;
      sheet.text(label, left, y, { size: 10 });
      const x = left + sheet.measure(label, { size: 10 });
      sheet.text(trade.customer.name, x, y, { size: 10, field: 'customer_name' });
      sheet.text(trade.customer.address.join(', '), left, y + 14, { size: 10, field: 'customer_address' });
      return y + 28;
    }
  }
}

/** The sender's address as one small line, as in the window of an envelope. */
function drawSenderLine(desk: Desk, parts: readonly string[], left: number, y: number): void {
  const { sheet, random } = desk;
  const join = random.pick([' · ', ' - ', ', ', ' | ']);
  let x = left;
  parts.forEach((part, index) => {
    const field = index === 0 ? 'vendor_name' : 'vendor_address';
    sheet.text(part, x, y, { size: 7, field });
    x += sheet.measure(part, { size: 7 });
    if (index === parts.length - 1) return;
    sheet.text(join.trim(), x + sheet.measure(' ', { size: 7 }), y, { size: 7 });
    x += sheet.measure(join, { size: 7 });
  });
}

function customerLines(desk: Desk): readonly (readonly [string, string?])[] {
  const { trade, house, random } = desk;
  const [name, ...address] = partyLines(trade.customer, 'customer');
  const attention = random.chance(0.12)
    ? [
        [
          `${random.pick(['c/o', 'Attn:', 'z. Hd.'])} ${random.pick(house.world('given'))} ${random.pick(house.world('families'))}`,
        ] as const,
      ]
    : [];
  const taxId = random.chance(0.15)
    ? [[`${house.label('taxId')} ${trade.customer.taxId}`, 'customer_tax_id_line'] as const]
    : [];
  return [...(name === undefined ? [] : [name]), ...attention, ...address, ...taxId];
}
