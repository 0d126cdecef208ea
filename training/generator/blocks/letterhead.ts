import { type Desk, partyLines, putLines } from '../desk.ts';

/** Draws the issuer at the top of the first page. Returns the y below it. */
export function drawLetterhead(desk: Desk): number {
  const { sheet, trade, program, left, right, random, house } = desk;
  const { vendor } = trade;
  const middle = (left + right) / 2;
  const branded = random.chance(0.25) && vendor.brand !== vendor.name;
  const contact = contactLines(desk);
  const named = partyLines(vendor, 'vendor');
  const size = random.pick([12, 14, 16, 18]);
  switch (program.letterhead) {
    case 'left':
    case 'right': {
      const align = program.letterhead;
      const x = align === 'left' ? left : right;
      if (branded)
        sheet[align === 'left' ? 'text' : 'right'](vendor.brand, x, 52, {
          size: size + 4,
          bold: true,
          colour: 'accent',
          field: 'brand',
        });
      const below = putLines(desk, named.slice(0, 1), x, branded ? 72 : 56, align, {
        size: branded ? 10 : size,
        bold: true,
      });
      return putLines(desk, [...named.slice(1), ...contact], x, below + 2, align, { size: 9 });
    }
    case 'centre': {
      const below = putLines(desk, named.slice(0, 1), middle, 56, 'centre', { size, bold: true });
      const joined = random.chance(0.5);
      const address = joined ? [[vendor.address.join(', '), 'vendor_address'] as const] : named.slice(1);
      return putLines(desk, [...address, ...contact], middle, below, 'centre', { size: 9 });
    }
    case 'split': {
      const below = putLines(desk, named.slice(0, 1), left, 58, 'left', { size, bold: true });
      return Math.max(below, putLines(desk, [...named.slice(1), ...contact], right, 50, 'right', { size: 8.5 }));
    }
    case 'band': {
      sheet.fill(0, 0, sheet.width, 64, 'accent');
      sheet.text(vendor.name, left, 40, { size, bold: true, colour: 'white', field: 'vendor_name' });
      return putLines(
        desk,
        [[vendor.address.join(random.pick([' · ', ', ', ' | '])), 'vendor_address'], ...contact],
        left,
        80,
        'left',
        { size: 8.5 },
      );
    }
    case 'footer':
      sheet.text(vendor.brand, left, 54, { size: size + 2, bold: true, colour: 'accent', field: 'brand' });
      return 74;
    case 'window':
      sheet.right(vendor.brand, right, 54, { size: size + 2, bold: true, field: 'brand' });
      if (random.chance(0.5))
        sheet.right(`${house.label('phone')} ${vendor.phone}`, right, 70, { size: 8, field: 'phone_line' });
      return 118;
  }
}

/** Phone, mail and web lines beside the address, each printed sometimes. */
function contactLines(desk: Desk): readonly (readonly [string, string?])[] {
  const { trade, random, house } = desk;
  const lines: (readonly [string, string?])[] = [];
  if (random.chance(0.55)) lines.push([`${house.label('phone')}${house.colon} ${trade.vendor.phone}`, 'phone_line']);
  if (random.chance(0.4))
    lines.push([`${random.pick(['info', 'office', 'billing', 'kontakt'])}@${trade.vendor.domain}`]);
  if (random.chance(0.25)) lines.push([`www.${trade.vendor.domain}`]);
  if (random.chance(0.3)) lines.push([`${house.label('taxId')}${house.colon} ${trade.vendor.taxId}`, 'tax_id_line']);
  return lines;
}
