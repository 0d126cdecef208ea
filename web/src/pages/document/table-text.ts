import type { Result } from '#core/contract/result';

type Table = NonNullable<Result['tables']>[number];

/** The cells of each row by column; the further columns of a spanning cell are empty. */
export function gridOf({ rows }: Table): string[][] {
  return rows.map((row) =>
    row.flatMap(({ text, col_span = 1 }) => [text, ...Array.from({ length: col_span - 1 }, () => '')]),
  );
}

/** CSV (RFC 4180). */
export function csvOf(table: Table): string {
  const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return gridOf(table)
    .map((row) => row.map((text) => quoted(withoutFormula(text))).join(','))
    .join('\r\n');
}

/** Tab-separated values, for pasting into spreadsheets. */
export function tsvOf(table: Table): string {
  return gridOf(table)
    .map((row) => row.map((text) => withoutFormula(text.replace(/\s+/g, ' '))).join('\t'))
    .join('\n');
}

/** Escapes text that a spreadsheet would run as a formula; negative numbers stay unchanged. */
function withoutFormula(text: string): string {
  return /^[=+@]|^-(?![\d.,\s]*$)/.test(text) && !/^\+[\d.,\s]+$/.test(text) ? `'${text}` : text;
}
