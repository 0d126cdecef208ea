import type { DocumentType } from './document-types.ts';

/**
 * A schema template describes, as data, what to extract from a kind of document. Built-in and custom templates have the
 * same form and run through the same engine.
 */
export interface SchemaTemplate {
  /** `lease-agreement` for built-in templates, `tpl_…` for custom ones. */
  readonly id: string;
  /** Incremented with every change of a custom template; 1 for built-in ones. */
  readonly version: number;
  readonly name: string;
  readonly family: TemplateFamily;
  /** Document type of the result. The fields of that type are extracted too, unless `onlyOwnFields` is set. */
  readonly documentType: DocumentType;
  /** If true, the result contains only the template's own fields. */
  readonly onlyOwnFields?: boolean;
  /** Printed titles that identify the document. */
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
 *   the block below or to the right of the label
 * - `email`, `phone`, `iban`, `tax_id` by their format
 * - `checkbox` `true` or `false` from the mark beside the label
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
  /** Printed labels in any language. Case, accents and dots are ignored. */
  readonly labels: readonly string[];
  /** Adds the check `required:<name>`, which fails if the field is missing. */
  readonly required?: boolean;
  /** Regular expression the whole value must match; adds the check `pattern:<name>`. */
  readonly pattern?: string;
  /** Allowed values; adds the check `list:<name>`. */
  readonly list?: readonly string[];
}

/** A table extracted as line items. */
export interface TemplateTable {
  readonly columns: readonly TemplateColumn[];
}

export interface TemplateColumn {
  readonly name: string;
  readonly kind: Extract<TemplateFieldKind, 'amount' | 'number' | 'date' | 'identifier' | 'text'>;
  /** Printed column headings. */
  readonly labels: readonly string[];
}

/** Limits that keep templates from slowing down the engine. */
export const TEMPLATE_LIMITS = {
  fields: 100,
  columns: 20,
  labels: 30,
  titles: 40,
  labelLength: 80,
  pattern: 200,
  fieldName: 60,
} as const;
