import { z } from '@hono/zod-openapi';
import { DOCUMENT_TYPES } from '../domain/document-types.ts';
import { isPrintable } from '../domain/printable.ts';
import { DUPLICATE_MODES, REVIEW_POLICY_BOUNDS, TWO_PERSON_MODES } from '../domain/review-policy.ts';
import { VALUE_LIMITS } from '../domain/value-limits.ts';
import { documentSchema } from './documents.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { boxSchema, resultSchema } from './result.ts';

/** Bodies and responses of review: corrections, the life of a reviewed document, and the queue. */

/** Maximum number of values, rows and documents per request. */
const REVIEW_LIMITS = { fields: 500, rowOperations: 5_000, bulkDocuments: 500, value: 4_000 } as const;

const fieldName = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const version = z
  .number()
  .int()
  .min(1)
  .optional()
  .openapi({ description: 'The version the caller read; any other current version answers `version_conflict`' });

/** Multi-line user input. */
const proseText = (max: number) =>
  z
    .string()
    .trim()
    .normalize()
    .min(1)
    .max(max)
    .refine((text) => isPrintable(text.replace(/[\r\n\t]/g, ' ')), 'Remove control characters and broken characters.');

const placedValueSchema = z
  .object({
    value: z.string().min(1).max(REVIEW_LIMITS.value),
    page: z.number().int().min(1).optional(),
    box: boxSchema.optional(),
  })
  .openapi('PlacedValue', {
    description:
      'A value as written or in the form of the result; `page` and `box` where it was taken from the page. The value already there is accepted by sending it again',
  });

const fieldChangeSchema = z
  .union([placedValueSchema, z.object({ absent: z.literal(true) }), z.null()])
  .openapi('FieldChange', {
    description: 'A value; `{"absent": true}`: the field is not on the document; `null`: clear the value',
  });

const cellsSchema = z.record(fieldName, placedValueSchema.nullable());
const row = z
  .number()
  .int()
  .min(0)
  .openapi({ description: 'Index of the row, from 0, after the operations before it' });

const rowOperationSchema = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('set'), row, cells: cellsSchema }),
    z.object({ op: z.literal('insert'), row, cells: cellsSchema.optional() }),
    z.object({ op: z.literal('delete'), row }),
    z.object({ op: z.literal('move'), row, to: row }),
    z.object({ op: z.literal('merge'), row }).openapi({ description: 'Merges the row with the next one' }),
    z
      .object({ op: z.literal('split'), row, cells: cellsSchema })
      .openapi({ description: 'Inserts a row with these cells behind it and clears them in the row' }),
  ])
  .openapi('RowOperation');

export const correctResultBodySchema = z
  .object({
    version,
    fields: z.record(fieldName, fieldChangeSchema).optional(),
    line_items: z.array(rowOperationSchema).max(REVIEW_LIMITS.rowOperations).optional(),
    document_type: z
      .enum(DOCUMENT_TYPES)
      .optional()
      .openapi({ description: 'Reads the document again as this type; confirmed values are kept' }),
  })
  .refine((body) => body.fields !== undefined || body.line_items !== undefined || body.document_type !== undefined, {
    message: 'Send `fields`, `line_items` or `document_type`.',
  })
  .refine(({ fields }) => Object.keys(fields ?? {}).length <= REVIEW_LIMITS.fields, {
    path: ['fields'],
    message: `At most ${REVIEW_LIMITS.fields} fields.`,
  })
  .openapi('CorrectResultBody');

export const approveBodySchema = z.object({ version }).openapi('ApproveBody');
export const rejectBodySchema = z.object({ reason: proseText(VALUE_LIMITS.rejectionReason) }).openapi('RejectBody');
export const reprocessBodySchema = z
  .object({ keep_confirmed: z.boolean().default(true), document_type: z.enum(DOCUMENT_TYPES).optional() })
  .openapi('ReprocessBody');
export const assignBodySchema = z
  .object({ user_id: z.string().min(1).max(64).nullable() })
  .openapi('AssignBody', { description: '`null` takes the assignment away' });
export const lockBodySchema = z.object({ take_over: z.boolean().default(false) }).openapi('LockBody', {
  description: 'Taking over a lock that has not expired requires `documents.assign`; an own lock is extended',
});
export const postponeBodySchema = z
  .object({ until: z.iso.datetime({ offset: true }).nullable() })
  .openapi('PostponeBody', { description: '`null` puts the document back into the queue' });
export const commentBodySchema = z.object({ text: proseText(VALUE_LIMITS.comment) }).openapi('CommentBody');

export const commentSchema = z
  .object({ id: z.string(), author_id: z.string(), text: z.string(), created_at: z.string() })
  .openapi('Comment');
export const commentListSchema = listOf(commentSchema, 'CommentList');

export const BULK_ACTIONS = [
  'approve',
  'reject',
  'reopen',
  'reprocess',
  'assign',
  'postpone',
  'cancel',
  'delete',
  'restore',
] as const;

const bulkIds = z.array(z.string().min(1).max(64)).min(1).max(REVIEW_LIMITS.bulkDocuments);

export const documentResponseSchema = z.object({ document: documentSchema }).openapi('DocumentResponse');

export const undoResponseSchema = z
  .object({ document: documentSchema, result: resultSchema.optional() })
  .openapi('UndoResponse', { description: 'With the result where a correction was undone' });

export const bulkBodySchema = z
  .discriminatedUnion('action', [
    z.object({ action: z.enum(['approve', 'reopen', 'cancel', 'delete', 'restore']), ids: bulkIds }),
    rejectBodySchema.extend({ action: z.literal('reject'), ids: bulkIds }),
    reprocessBodySchema.extend({ action: z.literal('reprocess'), ids: bulkIds }),
    assignBodySchema.extend({ action: z.literal('assign'), ids: bulkIds }),
    postponeBodySchema.extend({ action: z.literal('postpone'), ids: bulkIds }),
  ])
  .openapi('BulkBody');

export const bulkResponseSchema = z
  .object({
    results: z.array(
      z.object({
        id: z.string(),
        ok: z.boolean(),
        code: z.string().optional().openapi({ description: 'Error code, for a document that was left as it is' }),
      }),
    ),
  })
  .openapi('BulkResponse');

/** One processing run of a document. The latest one is current; results of earlier runs remain readable. */
const runSchema = z
  .object({
    job_id: z.string(),
    status: z.string(),
    document_type: z.string().nullable(),
    version: z.number().int().nullable(),
    is_current: z.boolean(),
    created_at: z.string(),
    finished_at: z.string().nullable(),
  })
  .openapi('Run');
export const runListSchema = listOf(runSchema, 'RunList');

const REVIEW_ORDERS = ['age', 'amount', 'vendor'] as const;

export const reviewQueueQuerySchema = pageQuerySchema.extend({
  order: z
    .enum(REVIEW_ORDERS)
    .default('age')
    .openapi({ description: 'Oldest first, largest amount first, or by vendor' }),
  show: z.enum(['open', 'mine', 'unassigned', 'postponed', 'failed']).default('open'),
  q: z.string().trim().max(200).optional(),
  document_type: z.enum(DOCUMENT_TYPES).optional(),
  workspace_id: z.string().max(64).optional(),
});

export const reviewQueueSchema = z
  .object({
    counts: z.object({
      needs_review: z.number().int(),
      unassigned: z.number().int(),
      mine: z.number().int(),
      postponed: z.number().int(),
      failed: z.number().int(),
    }),
    data: z.array(documentSchema),
    next_cursor: z.string().nullable(),
  })
  .openapi('ReviewQueue');

export const nextReviewBodySchema = z
  .object({
    order: z.enum(REVIEW_ORDERS).default('age'),
    document_type: z.enum(DOCUMENT_TYPES).optional(),
    workspace_id: z.string().max(64).optional(),
    mine: z.boolean().default(false).openapi({ description: 'Only documents assigned to the caller' }),
    skip: z.array(z.string().min(1).max(64)).max(100).default([]).openapi({ description: 'Documents to pass over' }),
    prefetch: z
      .number()
      .int()
      .min(0)
      .max(5)
      .default(0)
      .openapi({ description: 'How many of the documents behind it to name, without locking them' }),
  })
  .openapi('NextReviewBody');

export const nextReviewSchema = z
  .object({
    document: documentSchema.nullable().openapi({ description: 'Locked for the caller; null at the end of the queue' }),
    upcoming: z.array(documentSchema),
    remaining: z.number().int().openapi({ description: 'Documents in the queue, this one included' }),
  })
  .openapi('NextReview');

export const reviewPolicySchema = z
  .object({
    undo_minutes: z
      .number()
      .int()
      .min(REVIEW_POLICY_BOUNDS.undo_minutes.min)
      .max(REVIEW_POLICY_BOUNDS.undo_minutes.max),
    two_person: z.enum(TWO_PERSON_MODES),
    two_person_amount: z.string().regex(/^\d{1,15}(?:\.\d{1,4})?$/),
    grace_days: z.number().int().min(REVIEW_POLICY_BOUNDS.grace_days.min).max(REVIEW_POLICY_BOUNDS.grace_days.max),
    duplicates: z.enum(DUPLICATE_MODES),
  })
  .openapi('ReviewPolicy');

export type CorrectResultBody = z.infer<typeof correctResultBodySchema>;
export type RowOperation = z.infer<typeof rowOperationSchema>;
export type ReviewQueue = z.infer<typeof reviewQueueSchema>;
export type ReviewQueueQuery = z.infer<typeof reviewQueueQuerySchema>;
export type NextReview = z.infer<typeof nextReviewSchema>;
export type NextReviewBody = z.infer<typeof nextReviewBodySchema>;
export type UndoResponse = z.infer<typeof undoResponseSchema>;
export type BulkBody = z.infer<typeof bulkBodySchema>;
export type BulkResponse = z.infer<typeof bulkResponseSchema>;
export type CommentView = z.infer<typeof commentSchema>;
export type RunList = z.infer<typeof runListSchema>;
