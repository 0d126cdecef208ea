import { z } from '@hono/zod-openapi';
import { DOCUMENT_STATUSES } from '../domain/document-status.ts';
import { EXPORT_FORMATS, EXPORT_STATUSES, EXPORT_LIMITS as LIMITS } from '../domain/exports.ts';
import { documentFilterSchema, documentSchema } from './documents.ts';
import { listOf } from './list.ts';
import { resultSchema } from './result.ts';

const filterSchema = documentFilterSchema
  .omit({ deleted: true, status: true, batch_id: true })
  .extend({
    status: z
      .array(z.enum(DOCUMENT_STATUSES))
      .min(1)
      .max(DOCUMENT_STATUSES.length)
      .optional()
      .openapi({ description: 'Defaults to `completed` and `approved`' }),
  })
  .openapi('ExportFilter');

export const createExportBodySchema = z
  .object({
    format: z.enum(EXPORT_FORMATS),
    ids: z.array(z.string().min(1).max(64)).min(1).max(LIMITS.ids).optional().openapi({
      description: 'Documents, whatever their status; those without a result are left out',
    }),
    filter: filterSchema.optional(),
    batch_id: z.string().min(1).max(64).optional(),
    fields: z
      .array(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/))
      .min(1)
      .max(LIMITS.fields)
      .optional()
      .openapi({ description: 'Fields that become columns; by default those needed for booking' }),
    include_exported: z
      .boolean()
      .default(false)
      .openapi({ description: 'Includes documents that have left with an earlier export' }),
  })
  .openapi('CreateExportBody');

export const exportSchema = z
  .object({
    id: z.string().openapi({ example: 'exp_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
    format: z.enum(EXPORT_FORMATS),
    status: z.enum(EXPORT_STATUSES),
    total: z.number().int().nullable().openapi({ description: 'Number of documents; null until it is known' }),
    done: z.number().int(),
    /** Null until the file is ready. */
    file: z.object({ name: z.string(), url: z.string() }).nullable(),
    created_by: z.string(),
    created_at: z.string(),
    finished_at: z.string().nullable(),
    expires_at: z.string().nullable(),
  })
  .openapi('Export');

export const exportListSchema = listOf(exportSchema, 'ExportList');

/** The file of the format `json`. */
export const exportedDocumentsSchema = z
  .array(
    z.object({
      document: documentSchema,
      result: resultSchema.nullable(),
      result_omitted: z.object({ reason: z.literal('too_large'), size: z.number().int(), url: z.string() }).optional(),
    }),
  )
  .openapi('ExportedDocuments');

export type CreateExportBody = z.infer<typeof createExportBodySchema>;
export type ExportView = z.infer<typeof exportSchema>;
export type ExportList = z.infer<typeof exportListSchema>;
