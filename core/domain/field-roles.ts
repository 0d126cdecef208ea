import type { DocumentType } from './document-types.ts';
import { FIELDS, type FieldKind } from './fields.ts';

/** Parts of the field table that the engine works by. */

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
/** Roles of fields that a label alone leads to. */
export type PlainRole = PlainEntry['role'];

export interface PlainField {
  readonly name: PlainEntry['name'];
  readonly kind: FieldKind;
  readonly role: PlainRole;
  readonly on: readonly DocumentType[];
}

/** Fields that a label alone leads to, on documents of the types named. */
export const PLAIN_FIELDS: readonly PlainField[] = FIELDS.flatMap((field) => ('on' in field ? [field] : []));
