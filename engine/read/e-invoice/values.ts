import type { StructuredValue } from '#engine/model';
import { withoutEnd } from '#engine/normalise/without-end';
import type { XmlNode } from './xml-node.ts';

/** Text collapsed to one line. */
export function textValue(node: XmlNode | undefined): StructuredValue | undefined {
  if (node === undefined) return undefined;
  const value = node.text.replace(/\s+/g, ' ').trim();
  return value === '' ? undefined : { value, path: node.path };
}

/** Normalises an amount or price to a plain decimal with at least two places: `5.8` is `5.80`, `0.0250` is `0.025`. */
export function amountValue(node: XmlNode | undefined): StructuredValue | undefined {
  const value = node === undefined ? undefined : formatDecimal(node.text, 2);
  return node === undefined || value === undefined ? undefined : { value, path: node.path };
}

/** Drops zero amounts: producers fill optional totals with 0.00. */
export function unlessZero(amount: StructuredValue | undefined): StructuredValue | undefined {
  return amount === undefined || /^-?[0.]+$/.test(amount.value) ? undefined : amount;
}

/** Normalises a quantity or percentage without trailing zeros: `20.0000` is `20`. */
export function numberValue(node: XmlNode | undefined): StructuredValue | undefined {
  const value = node === undefined ? undefined : formatDecimal(node.text, 0);
  return node === undefined || value === undefined ? undefined : { value, path: node.path };
}

/**
 * Normalises a date to ISO 8601. Accepts `2018-03-05`, with or without time and zone, and the UN/EDIFACT 2379 formats
 * 102 (`20180305`) and 203 (`201803051230`).
 */
export function dateValue(node: XmlNode | undefined): StructuredValue | undefined {
  if (node === undefined) return undefined;
  const holder = node.children.find((child) => child.name === 'DateTimeString' || child.name === 'DateString') ?? node;
  const match =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T+Z -].*)?$/.exec(holder.text) ??
    /^(\d{4})(\d\d)(\d\d)(?:\d{4}|\d{6})?$/.exec(holder.text);
  const [, year, month, day] = match ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // An invalid date such as 31 February rolls over into the next month.
  if (date.getUTCMonth() !== Number(month) - 1) return undefined;
  return { value: `${year}-${month}-${day}`, path: holder.path };
}

/** An identifier in upper case without white space (currency codes, IBANs). */
export function codeValue(node: XmlNode | undefined): StructuredValue | undefined {
  const text = textValue(node);
  return text === undefined ? undefined : { value: text.value.toUpperCase(), path: text.path };
}

/** Joins several nodes into one text, with the path of the first. */
export function joinedValue(
  nodes: readonly (StructuredValue | undefined)[],
  separator: string,
): StructuredValue | undefined {
  const present = nodes.filter((node) => node !== undefined);
  const [head] = present;
  if (head === undefined) return undefined;
  return { value: present.map((node) => node.value).join(separator), path: head.path };
}

/** Formats an address as `street, street, 12345 City`, the form used in all results. */
export function addressValue(
  streets: readonly (XmlNode | undefined)[],
  city: readonly (XmlNode | undefined)[],
): StructuredValue | undefined {
  return joinedValue([...streets.map(textValue), joinedValue(city.map(textValue), ' ')], ', ');
}

/** Drops undefined values. */
export function present(
  entries: Readonly<Record<string, StructuredValue | undefined>>,
): Readonly<Record<string, StructuredValue>> {
  const kept: Record<string, StructuredValue> = {};
  for (const [name, value] of Object.entries(entries)) {
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

function formatDecimal(text: string, minimumPlaces: number): string | undefined {
  const match = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)$/.exec(text.trim());
  const [, sign, number = ''] = match ?? [];
  if (match === null) return undefined;
  const [whole = '', places = ''] = number.split('.');
  const kept = withoutEnd(places, '0').padEnd(minimumPlaces, '0');
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`;
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
