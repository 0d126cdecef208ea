/**
 * Formats one CSV line (RFC 4180) including its line break. Values that a spreadsheet would evaluate as a formula are
 * prefixed with an apostrophe (OWASP, CSV injection), because names and addresses are user input.
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

const FORMULA_BEGINS = /^[=+\-@\t\r]/;
/** A negative number is no formula. */
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA_BEGINS.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
