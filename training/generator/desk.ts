import type { HouseStyle } from './house-style.ts';
import type { LayoutProgram } from './layout-program.ts';
import type { Party } from './party.ts';
import type { Random } from './random.ts';
import type { Sheet, TextStyle } from './sheet.ts';
import type { Trade } from './trade.ts';

/** Drawing context of a block. Blocks take the y of their first baseline and return the y below their last. */
export interface Desk {
  readonly sheet: Sheet;
  readonly house: HouseStyle;
  readonly trade: Trade;
  readonly program: LayoutProgram;
  readonly random: Random;
  readonly left: number;
  readonly right: number;
  /** Below this the next page begins. */
  readonly bottom: number;
}

export type Align = 'left' | 'right' | 'centre';

/** One line, left-aligned, right-aligned or centred. */
export function put(desk: Desk, text: string, x: number, y: number, align: Align, style: TextStyle = {}): void {
  if (align === 'left') desk.sheet.text(text, x, y, style);
  else if (align === 'right') desk.sheet.right(text, x, y, style);
  else desk.sheet.centre(text, x, y, style);
}

/** Lines of one field or of none, stacked. */
export function putLines(
  desk: Desk,
  lines: readonly (readonly [text: string, field?: string])[],
  x: number,
  y: number,
  align: Align = 'left',
  style: TextStyle = {},
): number {
  const step = (style.size ?? 10) * 1.3;
  lines.forEach(([text, field], index) => {
    put(desk, text, x, y + index * step, align, { ...style, ...(field !== undefined && { field }) });
  });
  return y + lines.length * step;
}

/**
 * Name and address of a party; `prefix` is the first word of the field name (`vendor`, `customer`), omitted for decoys.
 */
export function partyLines(party: Party, prefix?: string): readonly (readonly [string, string?])[] {
  const mark = (name: string) => (prefix === undefined ? undefined : `${prefix}_${name}`);
  return [line(party.name, mark('name')), ...party.address.map((text) => line(text, mark('address')))];
}

function line(text: string, field: string | undefined): readonly [string, string?] {
  return field === undefined ? [text] : [text, field];
}

/** Starts a new page if fewer than `needed` points are left. Returns the y at which to continue. */
export function roomFor(desk: Desk, y: number, needed: number): number {
  if (y + needed <= desk.bottom) return y;
  desk.sheet.addPage();
  return 70;
}
