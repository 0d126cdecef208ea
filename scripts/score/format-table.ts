/** Pads columns to their widest cell; numbers are right-aligned, texts left-aligned. */
export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cellsOf = (column: number) => rows.map((row) => row[column] ?? '');
  const widths = header.map((cell, column) => Math.max(cell.length, ...cellsOf(column).map((text) => text.length)));
  const numeric = header.map((_, column) => cellsOf(column).every((text) => NUMERIC.test(text)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A number, a share with its count, or the dash for none. */
const NUMERIC = /^(?:–|-?[\d.]*%?(?:\/\d+)?)$/;

export function formatMarkdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = line(header.map((_, column) => (column === 0 ? '---' : '---:')));
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** Three decimal places without the leading zero: `.938`, `1.000`. */
export function formatShare(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  return value.toFixed(3).replace(/^0/, '');
}
