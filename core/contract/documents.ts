import { z } from '@hono/zod-openapi';
import { DOCUMENT_ORDERS, MAX_SORT_CURSOR } from '../domain/document-order.ts';
import { DOCUMENT_PRIORITIES, DOCUMENT_STATUSES, JOB_STATUSES } from '../domain/document-status.ts';
import { DOCUMENT_TYPES } from '../domain/document-types.ts';
import { DUPLICATE_REASONS } from '../domain/duplicates.ts';
import { DOCUMENT_ERROR_CODES } from '../domain/error-codes.ts';
import { FIELD_STATES } from '../domain/result.ts';
import { EMBEDDED_RESULT_BYTES, VALUE_LIMITS } from '../domain/value-limits.ts';
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

const statuses = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(DOCUMENT_STATUSES)).max(DOCUMENT_STATUSES.length))
  .openapi({
    type: 'string',
    maxLength: 200,
    description: 'One status, or several separated by commas',
    example: 'needs_review,failed',
  });
const amount = z
  .string()
  .regex(/^-?\d{1,15}(?:\.\d{1,4})?$/)
  .openapi({ description: 'Decimal number', example: '1000.00' });
const reference64 = z.string().min(1).max(64);

/** The filters of the list, its counts and saved views. */
export const documentFilterSchema = z.object({
  q: z.string().trim().max(200).optional().openapi({
    description:
      'Words of the name, the values, the line items or the page text; a word finds those that begin with it, whatever the case and accents. Names and numbers are found by any part',
  }),
  status: statuses.optional(),
  document_type: z.enum(DOCUMENT_TYPES).optional(),
  workspace_id: z.string().max(64).optional(),
  batch_id: reference.optional(),
  assignee_id: reference64.optional().openapi({ description: 'Id of a user, `me` or `none`' }),
  vendor: z
    .string()
    .trim()
    .min(1)
    .max(VALUE_LIMITS.vendorName)
    .optional()
    .openapi({ description: 'Part of the vendor name' }),
  amount_min: amount.optional(),
  amount_max: amount.optional(),
  date_from: z.iso.date().optional().openapi({ description: 'Date on the document, inclusive' }),
  date_to: z.iso.date().optional().openapi({ description: 'Date on the document, inclusive' }),
  from: z.iso.datetime({ offset: true }).or(z.iso.date()).optional().openapi({ description: 'Creation, inclusive' }),
  to: z.iso
    .datetime({ offset: true })
    .or(z.iso.date())
    .optional()
    .openapi({ description: 'Creation: a date inclusive, a time exclusive' }),
  deleted: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: '`true`: deleted documents that can still be restored; requires `documents.delete`' }),
});

const SORT_KEYS = DOCUMENT_ORDERS.flatMap((key) => [key, `-${key}`] as const);

export const documentListQuerySchema = pageQuerySchema.extend({
  ...documentFilterSchema.shape,
  // A cursor holds the value that the list is ordered by, such as a file name.
  cursor: z.string().max(MAX_SORT_CURSOR).optional(),
  sort: z.enum(SORT_KEYS).default('-created_at').openapi({ description: 'Descending with a leading `-`' }),
});
export const documentCountsQuerySchema = documentFilterSchema.omit({ status: true });

const count = z.number().int();
export const documentCountsSchema = z
  .object({
    counts: z.object({
      received: count,
      queued: count,
      processing: count,
      completed: count,
      needs_review: count,
      failed: count,
      approved: count,
      rejected: count,
    }),
    limit: z.number().int().openapi({ description: 'Counting ends there: a count of this size means as many or more' }),
  })
  .openapi('DocumentCounts');

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
export type DocumentCountsQuery = z.infer<typeof documentCountsQuerySchema>;
export type DocumentCounts = z.infer<typeof documentCountsSchema>;
