/**
 * One line of a CSV file (RFC 4180), with its line break. A value that a spreadsheet would run as a formula gets an
 * apostrophe in front (OWASP, CSV injection): names and addresses come from people.
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

const FORMULA_BEGINS = /^[=+\-@\t\r]/;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA_BEGINS.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
