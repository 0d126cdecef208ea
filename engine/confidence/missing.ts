import type { DocumentType } from '#core/domain/document-types';
import { missingFields } from '#core/domain/expected-fields';
import type { FieldValue } from '#core/domain/result';
import type { SchemaTemplate } from '#core/domain/schema-template';

/**
 * Returns the expected fields that were not found: those of the document type and those of a template. A template
 * limited to its own fields expects no others.
 */
export function missingOf(
  type: DocumentType,
  fields: Readonly<Record<string, FieldValue>>,
  template: SchemaTemplate | undefined,
): readonly string[] {
  const asked =
    template?.fields.filter(({ name, required }) => required === true && !Object.hasOwn(fields, name)) ?? [];
  const ofType = template?.onlyOwnFields === true ? [] : missingFields(type, fields);
  return [...new Set([...asked.map(({ name }) => name), ...ofType])];
}
