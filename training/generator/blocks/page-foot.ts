import { type Desk, put } from '../desk.ts';
import { spaced } from './payment-block.ts';

/** Footers of all pages: the issuer with its numbers, and the page number. Drawn last, when the page count is known. */
export function drawFeet(desk: Desk): void {
  const { sheet, random } = desk;
  const numbered = sheet.pageCount > 1 || random.chance(0.35);
  const everywhere = random.chance(0.6);
  for (let page = 1; page <= sheet.pageCount; page++) {
    sheet.turnTo(page);
    if (page === 1 || everywhere) drawFoot(desk);
    if (numbered) drawPageNumber(desk, page);
  }
}

function drawPageNumber(desk: Desk, page: number): void {
  const { sheet, house, right } = desk;
  const text = house.label('page', { n: String(page), m: String(sheet.pageCount) });
  sheet.right(text, right, sheet.height - 20, { size: 8, colour: 'grey' });
}

function drawFoot(desk: Desk): void {
  const { sheet, program, left, right } = desk;
  const groups = footGroups(desk);
  const y = sheet.height - 66;
  switch (effectiveFooter(desk)) {
    case 'none':
      return;
    case 'columns': {
      const step = (right - left) / groups.length;
      groups.forEach((group, column) => {
        group.forEach(([text, field], row) => {
          sheet.text(text, left + column * step, y + row * 9.5, { size: 7, ...(field !== undefined && { field }) });
        });
      });
      return;
    }
    case 'line':
    case 'centre':
      groups.forEach((group, row) => {
        drawJoined(desk, group, y + row * 10, program.footer === 'centre' ? 'centre' : 'left');
      });
  }
}

function drawJoined(
  desk: Desk,
  group: readonly (readonly [string, string?])[],
  y: number,
  align: 'left' | 'centre',
): void {
  const { sheet, left, right } = desk;
  const join = ' · ';
  const style = { size: 7 } as const;
  const wide = sheet.measure(group.map(([text]) => text).join(join), style);
  let x = align === 'left' ? left : (left + right - wide) / 2;
  group.forEach(([text, field], index) => {
    sheet.text(text, x, y, { ...style, ...(field !== undefined && { field }) });
    x += sheet.measure(text, style);
    if (index < group.length - 1) put(desk, '·', x + sheet.measure(' ', style), y, 'left', style);
    x += sheet.measure(join, style);
  });
}

/** An issuer named nowhere else is named in the footer. */
function effectiveFooter(desk: Desk): Desk['program']['footer'] {
  const { letterhead, footer } = desk.program;
  return footer === 'none' && (letterhead === 'footer' || letterhead === 'window') ? 'columns' : footer;
}

function footGroups(desk: Desk): readonly (readonly (readonly [string, string?])[])[] {
  const { trade, house, program } = desk;
  const { vendor } = trade;
  const address = vendor.address.map((text) => [text, 'vendor_address'] as const);
  const bank =
    vendor.iban === undefined || program.payment === 'none'
      ? []
      : [[`IBAN ${spaced(vendor.iban)}`, 'iban_line'] as const, [`BIC ${vendor.bic}`] as const];
  return [
    [[vendor.name, 'vendor_name'], ...address],
    [
      [`${house.label('phone')} ${vendor.phone}`, 'phone_line'],
      [`${house.label('taxId')} ${vendor.taxId}`, 'tax_id_line'],
    ],
    [[`${house.label('companyNo')} ${vendor.companyNo}`], ...bank],
  ];
}
