import type { DocumentType } from '#core/domain/document-types';
import type {
  SchemaTemplate,
  TemplateColumn,
  TemplateFamily,
  TemplateField,
  TemplateFieldKind,
} from '#core/domain/schema-template';

/** A field by name, kind and labels separated by `|`; a trailing `!` on the name makes it required. */
export type FieldLine = readonly [name: string, kind: TemplateFieldKind, labels: string];
export type ColumnLine = readonly [name: string, kind: TemplateColumn['kind'], labels: string];

/** Builds a shipped template from the short form of the data files. Titles are separated by `|`. */
export function define(
  family: TemplateFamily,
  documentType: DocumentType,
  id: string,
  name: string,
  titles: string,
  fields: readonly FieldLine[],
  columns?: readonly ColumnLine[],
): SchemaTemplate {
  return {
    id,
    version: 1,
    name,
    family,
    documentType,
    titles: titles.split('|').filter((title) => title !== ''),
    fields: fields.map(toField),
    ...(columns && { table: { columns: columns.map(toColumn) } }),
  };
}

function toField([name, kind, labels]: FieldLine): TemplateField {
  const required = name.endsWith('!');
  return {
    name: required ? name.slice(0, -1) : name,
    kind,
    labels: labels.split('|').filter((label) => label !== ''),
    ...(required && { required }),
  };
}

function toColumn([name, kind, labels]: ColumnLine): TemplateColumn {
  return { name, kind, labels: labels.split('|') };
}

/** A party with two fields: the first line below its label is the name, the others the address. */
export function party(name: string, labels: string): readonly FieldLine[] {
  return [
    [`${name}_name`, 'name', labels],
    [`${name}_address`, 'address', labels],
  ];
}
