import type { DocumentType } from './document-types.ts';
import { FIELDS, type FieldKind } from './fields.ts';

/** Subsets of the field table used by the engine. */

type Entry = (typeof FIELDS)[number];
type ExtraEntry = Extract<Entry, { readonly sum: 'extra' }>;
/** Amounts between subtotal and total: discount, charges, shipping, tip, rounding. */
export type ExtraField = ExtraEntry['name'];
export type ExtraRole = ExtraEntry['role'];

export interface Extra {
  readonly name: ExtraField;
  readonly role: ExtraRole;
  readonly sign: 1 | -1;
}

export const EXTRAS: readonly Extra[] = FIELDS.flatMap((field) =>
  'sum' in field && field.sum === 'extra'
    ? [{ name: field.name, role: field.role, sign: 'sign' in field ? field.sign : 1 }]
    : [],
);

type PlainEntry = Extract<Entry, { readonly on: readonly DocumentType[] }>;
/** Roles of fields found by their printed label alone. */
export type PlainRole = PlainEntry['role'];

export interface PlainField {
  readonly name: PlainEntry['name'];
  readonly kind: FieldKind;
  readonly role: PlainRole;
  readonly on: readonly DocumentType[];
}

/** Fields found by their printed label alone, on documents of the listed types. */
export const PLAIN_FIELDS: readonly PlainField[] = FIELDS.flatMap((field) => ('on' in field ? [field] : []));
