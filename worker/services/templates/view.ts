import { readTemplateBody, type TemplateBody, type TemplateView } from '#core/contract/templates';
import type { SchemaTemplate } from '#core/domain/schema-template';
import { AppError } from '#core/platform/errors';
import type { TemplateRow } from '#core/store/templates';

export function ownTemplateView(row: TemplateRow): TemplateView {
  return {
    ...definitionOf(row),
    id: row.id,
    version: row.version,
    shipped: false,
    created_at: new Date(row.createdAt).toISOString(),
    updated_at: new Date(row.updatedAt).toISOString(),
  };
}

export function definitionOf(row: Pick<TemplateRow, 'definition'>): TemplateBody {
  return readTemplateBody(row.definition);
}

export function shippedTemplateView(template: SchemaTemplate): TemplateView {
  const { documentType, onlyOwnFields = false, fields, table, titles, ...rest } = template;
  return {
    ...rest,
    document_type: documentType,
    only_own_fields: onlyOwnFields,
    titles: [...titles],
    fields: fields.map(({ labels, list, ...field }) => ({
      ...field,
      labels: [...labels],
      ...(list && { list: [...list] }),
    })),
    ...(table && { table: { columns: table.columns.map((column) => ({ ...column, labels: [...column.labels] })) } }),
    shipped: true,
    created_at: null,
    updated_at: null,
  };
}

export const templateNotFound = (): AppError => new AppError('not_found', 'There is no such template.');
