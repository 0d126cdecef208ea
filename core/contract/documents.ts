import { z } from '@hono/zod-openapi';
import { DOCUMENT_PRIORITIES, DOCUMENT_STATUSES, JOB_STATUSES } from '../domain/document-status.ts';
import { DOCUMENT_TYPES } from '../domain/document-types.ts';
import { DUPLICATE_REASONS } from '../domain/duplicates.ts';
import { DOCUMENT_ERROR_CODES } from '../domain/error-codes.ts';
import { FIELD_STATES } from '../domain/result.ts';
import { EMBEDDED_RESULT_BYTES } from '../domain/value-limits.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { nameText } from './name.ts';
import { resultSchema } from './result.ts';

const reference = nameText(200);

/** The multipart form of an upload. `file` is validated separately because a form part is not JSON. */
export const uploadFormSchema = z
  .object({
    file: z.unknown().openapi({ type: 'string', format: 'binary' }),
    document_type: z.enum(DOCUMENT_TYPES).optional(),
    template_id: reference.optional(),
    workspace_id: reference.optional(),
    batch_id: reference.optional(),
    external_id: reference.optional(),
    priority: z.enum(DOCUMENT_PRIORITIES).optional(),
  })
  .openapi('UploadForm');

export const documentSchema = z
  .object({
    id: z.string().openapi({ example: 'doc_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
    name: z.string(),
    status: z.enum(DOCUMENT_STATUSES),
    document_type: z.enum(DOCUMENT_TYPES).nullable(),
    page_count: z.number().int().nullable(),
    file_size: z.number().int(),
    media_type: z.string(),
    sha256: z.string(),
    priority: z.enum(DOCUMENT_PRIORITIES),
    external_id: z.string().nullable(),
    workspace_id: z.string().nullable(),
    batch_id: z.string().nullable(),
    /** The part of the result shown in lists. */
    summary: z
      .object({
        vendor_name: z.string().nullable(),
        /**
         * State of the vendor field; null if there is none, or if the document was processed before this was stored.
         */
        vendor_state: z.enum(FIELD_STATES).nullable(),
        document_number: z.string().nullable(),
        document_date: z.string().nullable(),
        total_amount: z.string().nullable(),
        currency: z.string().nullable(),
        fields_proved: z.number().int(),
        fields_supported: z.number().int(),
        fields_to_review: z.number().int(),
        fields_confirmed: z.number().int(),
        /** Values to review, expected fields not found, failed checks and broken rules. */
        stops: z.number().int(),
      })
      .nullable(),
    duplicate_of: z
      .object({ id: z.string(), reason: z.enum(DUPLICATE_REASONS) })
      .nullable()
      .openapi({
        description:
          'The older document of the organization that this one duplicates: the same file, or the same type, vendor, number and total. With the policy `new_version`, this one is its newer version',
      }),
    assignee_id: z.string().nullable(),
    lock: z
      .object({ user_id: z.string(), until: z.string() })
      .nullable()
      .openapi({ description: 'Who has the document open for review; null once it has expired' }),
    postponed_until: z.string().nullable(),
    review: z
      .object({ by: z.string(), at: z.string(), reason: z.string().nullable() })
      .nullable()
      .openapi({ description: 'The last approval or rejection' }),
    first_approval: z
      .object({ by: z.string(), at: z.string() })
      .nullable()
      .openapi({ description: 'First of two approvals, while the second is pending' }),
    deleted_at: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
    completed_at: z.string().nullable(),
    error: z.object({ code: z.enum(DOCUMENT_ERROR_CODES), message: z.string() }).optional(),
  })
  .openapi('Document');

const embeddedResult = {
  result: resultSchema.optional(),
  result_omitted: z
    .object({
      reason: z.literal('too_large'),
      size: z.number().int().openapi({ description: 'Size of the result in bytes' }),
      url: z.string().openapi({ example: '/api/v1/documents/doc_01jd3v8e6s9k2m4p7q0r5t8w1x/result' }),
    })
    .optional()
    .openapi({
      description: `Present instead of \`result\` if the result is larger than ${EMBEDDED_RESULT_BYTES} bytes. Get the full result from \`url\`.`,
    }),
};

export const documentWithResultSchema = documentSchema.extend(embeddedResult).openapi('DocumentWithResult');

const jobSchema = z.object({ id: z.string(), status: z.enum(JOB_STATUSES) }).openapi('Job');

export const acceptedDocumentSchema = z
  .object({ document: documentSchema, job: jobSchema })
  .openapi('AcceptedDocument');
export const processedDocumentSchema = z
  .object({ document: documentSchema, ...embeddedResult })
  .openapi('ProcessedDocument');
export const documentListSchema = listOf(documentSchema, 'DocumentList');

export const documentListQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().max(200).optional().openapi({ description: 'Part of the name, vendor, number or external id' }),
  status: z.enum(DOCUMENT_STATUSES).optional(),
  document_type: z.enum(DOCUMENT_TYPES).optional(),
  workspace_id: z.string().max(64).optional(),
  from: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  to: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  sort: z.enum(['created_at', '-created_at']).default('-created_at'),
});

/** `null` removes the document from its workspace. */
export const moveDocumentBodySchema = z
  .object({ workspace_id: z.string().min(1).max(64).nullable() })
  .openapi('MoveDocumentBody');

export const documentEventsSchema = z
  .object({
    data: z.array(
      z.object({
        id: z.string(),
        action: z.string(),
        actor: z.object({ kind: z.enum(['user', 'api_key', 'system']), id: z.string() }),
        outcome: z.enum(['success', 'failure']),
        request_id: z.string(),
        occurred_at: z.string(),
      }),
    ),
    next_cursor: z.string().nullable(),
  })
  .openapi('DocumentEvents');

export type DocumentView = z.infer<typeof documentSchema>;
export type ProcessedDocument = z.infer<typeof processedDocumentSchema>;
export type DocumentWithResult = z.infer<typeof documentWithResultSchema>;
export type AcceptedDocument = z.infer<typeof acceptedDocumentSchema>;
export type DocumentEvents = z.infer<typeof documentEventsSchema>;
export type DocumentList = z.infer<typeof documentListSchema>;
export type DocumentListQuery = z.infer<typeof documentListQuerySchema>;
