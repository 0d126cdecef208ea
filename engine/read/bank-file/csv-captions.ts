import type { StructuredValue } from '#engine/model';
import { isIban } from '#engine/validate/iban';
import { CSV_CAPTIONS } from './csv-columns.data.ts';
import { folded } from './csv-heading.ts';
import { valueAt } from './statement-parts.ts';

/** Records with captions: a few above the table, a few below. */
const MAX_CAPTIONED = 60;

const FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries(CSV_CAPTIONS).flatMap(([field, words]) =>
    words.split('|').map((word): [string, string] => [word, field]),
  ),
);

/** Values beside captions in the records around a table: `Konto;DE89…`, `Opening balance: 12.00`. */
export function captionsAround(
  around: readonly (readonly string[])[],
  records: readonly (readonly string[])[],
  amountOf: (text: string) => string | undefined,
): Readonly<Record<string, StructuredValue>> {
  const found: Record<string, StructuredValue> = {};
  const ends = [...around.slice(0, MAX_CAPTIONED / 2), ...around.slice(MAX_CAPTIONED / 2).slice(-MAX_CAPTIONED / 2)];
  for (const record of ends) {
    const cells = record.flatMap((text) => splitCaption(text.trim())).filter((text) => text !== '');
    const path = `record ${records.indexOf(record) + 1}`;
    for (const [index, caption] of cells.entries()) {
      const field = FIELDS.get(folded(caption));
      const text = cells[index + 1];
      if (field === undefined || text === undefined) continue;
      const [name, value] = readCaption(field, text, amountOf);
      if (value !== undefined) found[name] ??= valueAt(value, path, text) ?? { value, path };
    }
  }
  return found;
}

/** `Account: 123` in one cell. */
function splitCaption(text: string): readonly string[] {
  const colon = text.indexOf(':');
  if (colon < 0) return [text];
  return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
}

function readCaption(
  field: string,
  text: string,
  amountOf: (text: string) => string | undefined,
): readonly [name: string, value: string | undefined] {
  const plain = text.replace(/\s/g, '');
  switch (field) {
    case 'opening_balance':
    case 'closing_balance':
      return [field, amountOf(text)];
    case 'account_number':
      if (isIban(plain)) return ['account_iban', plain];
      return [field, /\d{4}/.test(plain) ? plain : undefined];
    case 'currency':
      return [field, /^[A-Z]{3}$/.test(plain) ? plain : undefined];
    default:
      return [field, text];
  }
}
