import type { DocumentType } from './document-types.ts';

/**
 * A schema template: what to look for in a kind of document, as data. The shipped ones and an organization's own have
 * this one form and run through the same engine.
 */
export interface SchemaTemplate {
  /** `lease-agreement` for shipped ones, `tpl_…` for an organization's own. */
  readonly id: string;
  /** Rises with every change of an organization's own template; 1 for shipped ones. */
  readonly version: number;
  readonly name: string;
  readonly family: TemplateFamily;
  /** What the result says the document is. Its fields are read too, unless `onlyOwnFields`. */
  readonly documentType: DocumentType;
  /** True: the answer holds the template's own fields and nothing else. */
  readonly onlyOwnFields?: boolean;
  /** Titles by which a document of this kind is recognised, as printed. */
  readonly titles: readonly string[];
  readonly fields: readonly TemplateField[];
  readonly table?: TemplateTable;
}

export const TEMPLATE_FAMILIES = [
  'invoice',
  'receipt',
  'tax',
  'identity',
  'financial',
  'trade',
  'logistics',
  'insurance',
  'legal',
  'people',
  'health',
  'public',
] as const;
export type TemplateFamily = (typeof TEMPLATE_FAMILIES)[number];

/**
 * - `amount` a plain decimal, `number` a count, measure or rate, `date` ISO 8601, `time` `HH:MM`
 * - `identifier` one run of letters and digits, `text` one line, `name` the first line and `address` the other lines of
 *   the block under or behind the label
 * - `email`, `phone`, `iban`, `tax_id` by their form
 * - `checkbox` `true` or `false` by the mark beside the label
 */
export const TEMPLATE_FIELD_KINDS = [
  'amount',
  'number',
  'date',
  'time',
  'identifier',
  'text',
  'name',
  'address',
  'email',
  'phone',
  'iban',
  'tax_id',
  'checkbox',
] as const;
export type TemplateFieldKind = (typeof TEMPLATE_FIELD_KINDS)[number];

export interface TemplateField {
  /** snake_case; the name in the result. */
  readonly name: string;
  readonly kind: TemplateFieldKind;
  /** Printed labels in any language; case, accents and dots do not matter. */
  readonly labels: readonly string[];
  /** A document without it does not pass: check `required:<name>`. */
  readonly required?: boolean;
  /** A regular expression the whole value must match: check `pattern:<name>`. */
  readonly pattern?: string;
  /** The values it may have: check `list:<name>`. */
  readonly list?: readonly string[];
}

/** A table that becomes the line items. */
export interface TemplateTable {
  readonly columns: readonly TemplateColumn[];
}

export interface TemplateColumn {
  readonly name: string;
  readonly kind: Extract<TemplateFieldKind, 'amount' | 'number' | 'date' | 'identifier' | 'text'>;
  /** Printed headings. */
  readonly labels: readonly string[];
}

/** Bounds of a template, so that none can hold up the engine. */
export const TEMPLATE_LIMITS = {
  fields: 100,
  columns: 20,
  labels: 30,
  titles: 40,
  labelLength: 80,
  pattern: 200,
  fieldName: 60,
} as const;
