import type { Locale } from './locale.ts';
import type { Sheet } from './sheet.ts';
import type { Amounts, SampleItem, SampleSpec } from './spec.ts';

export type ColumnName =
  | 'position'
  | 'code'
  | 'description'
  | 'quantity'
  | 'unitPrice'
  | 'discount'
  | 'taxRate'
  | 'amount';

export interface TableColumn {
  readonly name: ColumnName;
  /** Left edge of texts, right edge of numbers, in points. */
  readonly x: number;
  readonly align: 'left' | 'right';
  /** Texts are wrapped to this width. */
  readonly width?: number;
}

export interface TableStyle {
  readonly columns: readonly TableColumn[];
  readonly top: number;
  /** A page break is inserted below this y. */
  readonly bottom: number;
  /** Top of the rows on later pages. */
  readonly nextTop: number;
  readonly rowHeight: number;
  readonly size: number;
  readonly ruled: boolean;
  /** The description is printed on its own line above the numbers. */
  readonly descriptionAbove?: boolean;
  readonly currencySign?: string;
  /** Subtotals are carried over from page to page. */
  readonly carry?: boolean;
}

/** Draws headings and rows, with page breaks, and returns the y below the last row. */
export function drawItemTable(
  sheet: Sheet,
  spec: SampleSpec,
  amounts: Amounts,
  locale: Locale,
  style: TableStyle,
): number {
  let y = drawHeadings(sheet, locale, style, style.top);
  let sum = 0;
  spec.items.forEach((item, index) => {
    const needed = style.rowHeight * (1 + (item.remark ? 1 : 0) + extraLines(sheet, item, style));
    if (y + needed > style.bottom) {
      if (style.carry) drawCarried(sheet, locale, style, y, sum);
      sheet.nextPage();
      y = drawHeadings(sheet, locale, style, style.nextTop);
      if (style.carry) {
        drawCarried(sheet, locale, style, y, sum);
        y += style.rowHeight;
      }
    }
    const section = spec.sections?.[index];
    if (section !== undefined) {
      sheet.text(section, style.columns[0]?.x ?? 50, y, { size: style.size, bold: true });
      y += style.rowHeight;
    }
    y = drawRow(sheet, spec, item, index, amounts, locale, style, y);
    sum += amounts.rows[index] ?? 0;
  });
  return y;
}

function extraLines(sheet: Sheet, item: SampleItem, style: TableStyle): number {
  const column = style.columns.find(({ name }) => name === 'description');
  const lines =
    column?.width === undefined ? 1 : sheet.wrap(item.description, column.width, { size: style.size }).length;
  return lines - 1 + (style.descriptionAbove ? 1 : 0);
}

function drawHeadings(sheet: Sheet, locale: Locale, style: TableStyle, y: number): number {
  for (const column of style.columns) put(sheet, locale.labels[column.name], column, y, style.size, true);
  if (style.ruled) sheet.line(style.columns[0]?.x ?? 50, style.columns.at(-1)?.x ?? 545, y + 5);
  return y + style.rowHeight * 1.4;
}

function drawCarried(sheet: Sheet, locale: Locale, style: TableStyle, y: number, sum: number): void {
  const text = style.columns.find(({ name }) => name === 'description');
  sheet.text(locale.labels.carried, text?.x ?? 50, y, { size: style.size });
  sheet.right(locale.money(sum), style.columns.at(-1)?.x ?? 545, y, { size: style.size });
}

function put(sheet: Sheet, text: string, column: TableColumn, y: number, size: number, bold = false): void {
  if (column.align === 'right') sheet.right(text, column.x, y, { size, bold });
  else sheet.text(text, column.x, y, { size, bold });
}

function drawRow(
  sheet: Sheet,
  spec: SampleSpec,
  item: SampleItem,
  index: number,
  amounts: Amounts,
  locale: Locale,
  style: TableStyle,
  top: number,
): number {
  const sign = style.currencySign ?? '';
  const text = style.columns.find(({ name }) => name === 'description');
  const lines =
    text?.width === undefined ? [item.description] : sheet.wrap(item.description, text.width, { size: style.size });
  let y = top;
  if (style.descriptionAbove && text !== undefined) {
    for (const line of lines) {
      put(sheet, line, text, y, style.size);
      y += style.rowHeight;
    }
  }
  for (const column of style.columns) {
    if (column.name === 'description' && style.descriptionAbove) continue;
    put(sheet, cellText(spec, item, index, column.name, amounts, locale, sign, lines[0] ?? ''), column, y, style.size);
  }
  if (text !== undefined) {
    for (const line of style.descriptionAbove ? [] : lines.slice(1)) {
      y += style.rowHeight * 0.85;
      put(sheet, line, text, y, style.size);
    }
    if (item.remark !== undefined) {
      y += style.rowHeight * 0.85;
      put(sheet, item.remark, text, y, style.size - 1);
    }
  }
  return y + style.rowHeight * 1.2;
}

function cellText(
  spec: SampleSpec,
  item: SampleItem,
  index: number,
  name: ColumnName,
  amounts: Amounts,
  locale: Locale,
  sign: string,
  description: string,
): string {
  switch (name) {
    case 'position':
      return String(index + 1);
    case 'code':
      return item.code ?? '';
    case 'description':
      return description;
    case 'quantity':
      return `${locale.quantity(item.quantity)}${item.unit ? ` ${item.unit}` : ''}`;
    case 'unitPrice':
      return sign + locale.money(item.unitPrice);
    case 'discount':
      return item.discountPercent === undefined ? '' : `${item.discountPercent}%`;
    case 'taxRate':
      return `${item.taxPercent}%`;
    case 'amount': {
      const decoy = spec.decoy?.kind === 'row_amount' && spec.decoy.row === index ? ROW_DECOY_CENTS : 0;
      return sign + locale.money((amounts.rows[index] ?? 0) + decoy);
    }
  }
}

/** Error of the printed amount in a decoy row. */
export const ROW_DECOY_CENTS = 900;
