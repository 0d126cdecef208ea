import type { Result } from '#core/contract/result';

type Table = NonNullable<Result['tables']>[number];

/** The cells of each row at their columns; columns that a cell covers beside its own are empty. */
export function gridOf({ rows }: Table): string[][] {
  return rows.map((row) =>
    row.flatMap(({ text, col_span = 1 }) => [text, ...Array.from({ length: col_span - 1 }, () => '')]),
  );
}

/** Separated values (RFC 4180), as spreadsheets open them. */
export function csvOf(table: Table): string {
  const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return gridOf(table)
    .map((row) => row.map((text) => quoted(harmless(text))).join(','))
    .join('\r\n');
}

/** With tabs, as spreadsheets take it from the clipboard. */
export function tsvOf(table: Table): string {
  return gridOf(table)
    .map((row) => row.map((text) => harmless(text.replace(/\s+/g, ' '))).join('\t'))
    .join('\n');
}

/** A text that a spreadsheet would run as a formula is kept from it; a negative number stays a number. */
function harmless(text: string): string {
  return /^[=+@]|^-(?![\d.,\s]*$)/.test(text) && !/^\+[\d.,\s]+$/.test(text) ? `'${text}` : text;
}
