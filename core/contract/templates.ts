import { z } from '@hono/zod-openapi';
import { DOCUMENT_TYPES } from '../domain/document-types.ts';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { isSafePattern } from '../domain/safe-pattern.ts';
import {
  TEMPLATE_LIMITS as LIMITS,
  type SchemaTemplate,
  TEMPLATE_FAMILIES,
  TEMPLATE_FIELD_KINDS,
} from '../domain/schema-template.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { nameText } from './name.ts';

const name = z
  .string()
  .regex(
    new RegExp(`^[a-z][a-z0-9_]{0,${LIMITS.fieldName - 1}}$`),
    `must be snake_case, at most ${LIMITS.fieldName} letters`,
  )
  .openapi({ example: 'member_number' });
const label = nameText(LIMITS.labelLength);
const labels = z.array(label).max(LIMITS.labels);

const fieldSchema = z
  .object({
    name,
    kind: z.enum(TEMPLATE_FIELD_KINDS),
    labels: labels.openapi({
      description: 'Printed labels in any language; may be empty for a built-in field',
      example: ['Member no', 'Mitglied Nr'],
    }),
    required: z.boolean().optional(),
    pattern: z
      .string()
      .max(LIMITS.pattern)
      .refine(isSafePattern, 'must be a regular expression without repeated groups, references or look-around')
      .optional()
      .openapi({ description: 'Pattern the whole value must match', example: '[A-Z]{2}\\d{4}' }),
    list: z.array(z.string().min(1).max(200)).min(1).max(200).optional().openapi({ description: 'Allowed values' }),
  })
  .openapi('TemplateField');

const columnSchema = z.object({
  name,
  kind: z.enum(['amount', 'number', 'date', 'identifier', 'text']),
  labels: labels.min(1).openapi({ description: 'Printed column headings' }),
});

const unique = (entries: readonly { readonly name: string }[]) =>
  new Set(entries.map((entry) => entry.name)).size === entries.length;

/** A schema template as users write it, in the API and in files for `npm run extract -- --template`. */
export const templateBodySchema = z
  .object({
    name: nameText(INPUT_LIMITS.name),
    family: z.enum(TEMPLATE_FAMILIES).default('trade'),
    document_type: z.enum(DOCUMENT_TYPES).default('other'),
    only_own_fields: z
      .boolean()
      .default(false)
      .openapi({ description: 'If true, the result contains only these fields and not those of the document type' }),
    titles: z.array(label).max(LIMITS.titles).default([]),
    fields: z.array(fieldSchema).min(1).max(LIMITS.fields).refine(unique, 'two fields have the same name'),
    table: z
      .object({
        columns: z.array(columnSchema).min(2).max(LIMITS.columns).refine(unique, 'two columns have the same name'),
      })
      .optional(),
  })
  .openapi('TemplateBody');

export const templateSchema = templateBodySchema
  .extend({
    id: z.string().openapi({ example: 'tpl_01K2Z7Q0V8X5J7' }),
    version: z.number().int(),
    shipped: z.boolean().openapi({ description: 'True for built-in templates, which cannot be changed' }),
    created_at: z.string().nullable(),
    updated_at: z.string().nullable(),
  })
  .openapi('Template');

export const templateQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().min(1).max(100).optional().openapi({ description: 'Part of the name or the id' }),
  family: z.enum(TEMPLATE_FAMILIES).optional(),
  shipped: z.enum(['true', 'false']).optional(),
});
export const templateListSchema = listOf(templateSchema, 'TemplateList');

export type TemplateBody = z.infer<typeof templateBodySchema>;
export type TemplateView = z.infer<typeof templateSchema>;
export type TemplateQuery = z.infer<typeof templateQuerySchema>;
export type TemplateList = z.infer<typeof templateListSchema>;

/** Parses a stored template definition: the JSON of a validated request body. */
export function readTemplateBody(definition: string): TemplateBody {
  return templateBodySchema.parse(JSON.parse(definition));
}

/** Converts a request body into the engine's template. */
export function toSchemaTemplate(id: string, version: number, body: TemplateBody): SchemaTemplate {
  const { document_type: documentType, only_own_fields: onlyOwnFields, fields, table, ...rest } = body;
  return {
    id,
    version,
    ...rest,
    documentType,
    onlyOwnFields,
    fields: fields.map(({ name, kind, labels, required, pattern, list }) => ({
      name,
      kind,
      labels,
      ...(required !== undefined && { required }),
      ...(pattern !== undefined && { pattern }),
      ...(list !== undefined && { list }),
    })),
    ...(table && { table }),
  };
}
