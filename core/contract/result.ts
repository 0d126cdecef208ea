import { z } from '@hono/zod-openapi';
import { DOCUMENT_TYPES } from '../domain/document-types.ts';
import {
  CONFIRMATION_METHODS,
  type ExtractionResult,
  FIELD_STATES,
  PAGE_SOURCES,
  PAGE_TRUNCATIONS,
  READ_METHODS,
  RESULT_SCHEMA,
} from '../domain/result.ts';

/** Schemas of the types in `core/domain/result.ts`. The type annotation on `resultSchema` keeps both in sync. */

export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]).openapi({
  minItems: 4,
  maxItems: 4,
  description: 'Bounding box [x0, y0, x1, y1] from the top left, in page units',
  example: [401.2, 610, 448.9, 622.1],
});

const evidenceSchema = z.array(
  z.object({
    page: z.number().int().nullable(),
    box: boxSchema.nullable(),
    text: z.string(),
    path: z.string().optional(),
  }),
);

const readingSchema = z.object({
  value: z.string(),
  confidence: z.number().min(0).max(1),
  state: z.enum(FIELD_STATES).exclude(['confirmed']),
  evidence: evidenceSchema,
  rule: z.string(),
});

const originalReadingSchema = readingSchema
  .nullable()
  .openapi({ description: 'The value before it was confirmed; null where nothing had been read' });

const confirmationSchema = z
  .object({ kind: z.enum(['user', 'api_key']), id: z.string(), how: z.enum(CONFIRMATION_METHODS), at: z.string() })
  .openapi('Confirmation', { description: 'Who confirmed the value, how and when' });

const fieldValueSchema = z
  .object({
    value: z.string(),
    confidence: z.number().min(0).max(1),
    state: z.enum(FIELD_STATES),
    evidence: evidenceSchema,
    checks: z.array(z.string()),
    alternatives: z.array(z.object({ value: z.string(), confidence: z.number() })),
    rule: z.string(),
    original: originalReadingSchema.optional(),
    confirmed_by: confirmationSchema.optional(),
  })
  .openapi('FieldValue');

const checkSchema = z
  .object({ rule: z.string(), ok: z.boolean(), detail: z.string(), fields: z.array(z.string()).optional() })
  .openapi('Check');

const missingSchema = z.array(z.string()).openapi({
  description:
    'Fields expected of this document type that were not found, the required ones first. A document that lacks a required field is never completed without review',
  example: ['invoice_date'],
});

const tableSchema = z
  .object({
    page: z.number().int(),
    box: boxSchema,
    rows: z.array(
      z.array(
        z.object({
          text: z.string(),
          box: boxSchema.nullable(),
          col_span: z.number().int().optional(),
          row_span: z.number().int().optional(),
        }),
      ),
    ),
  })
  .openapi('Table', {
    description: 'A grid as in HTML: includes empty cells, omits columns covered by a spanning cell',
  });

const proposedDocumentSchema = z
  .object({
    pages: z.tuple([z.number().int(), z.number().int()]).nullable(),
    document_type: z.enum(DOCUMENT_TYPES),
    document_type_confidence: z.number(),
    confidence: z.number().min(0).max(1),
    reason: z.string(),
    file: z.string().optional(),
    fields: z.record(z.string(), fieldValueSchema),
    line_items: z.array(z.record(z.string(), fieldValueSchema)),
    missing: missingSchema,
    checks: z.array(checkSchema),
  })
  .openapi('ProposedDocument', {
    description: 'One document of a file that contains several, with its first and last page and its own values',
  });

export const resultSchema: z.ZodType<ExtractionResult> = z
  .object({
    schema: z.literal(RESULT_SCHEMA),
    version: z.number().int().openapi({ description: '1 as read; each correction adds 1' }),
    document_type: z.enum(DOCUMENT_TYPES),
    document_type_confidence: z.number(),
    template: z.object({ id: z.string(), version: z.number() }).optional(),
    language: z.string().nullable(),
    page_count: z.number().int(),
    method: z.enum(READ_METHODS),
    fields: z.record(z.string(), fieldValueSchema),
    line_items: z.array(z.record(z.string(), fieldValueSchema)),
    missing: missingSchema,
    absent: z
      .record(z.string(), z.object({ original: originalReadingSchema, confirmed_by: confirmationSchema }))
      .optional()
      .openapi({ description: 'Fields confirmed not to be on the document' }),
    cleared: z
      .record(z.string(), readingSchema)
      .optional()
      .openapi({ description: 'What had been read of fields whose value was cleared' }),
    checks: z.array(checkSchema),
    pages: z.array(
      z.object({
        page: z.number().int(),
        width: z.number(),
        height: z.number(),
        unit: z.enum(['pt', 'px']),
        source: z.enum(PAGE_SOURCES),
        laid_out: z
          .literal(true)
          .optional()
          .openapi({ description: 'The file format has no pages: this page has words but no image' }),
        file: z.string().optional().openapi({ description: 'The attachment or archive member the page belongs to' }),
        truncated: z.enum(PAGE_TRUNCATIONS).optional().openapi({
          description:
            'Recognition stopped before the end of the page. `budget`: it reached the work limit of a page; words and values are those found so far. The check `page_read` fails too',
        }),
        document_type: z
          .enum(DOCUMENT_TYPES)
          .optional()
          .openapi({ description: 'Document type of the page; only in files that contain several documents' }),
      }),
    ),
    tables: z.array(tableSchema).optional(),
    documents: z.array(proposedDocumentSchema).optional(),
    timings_ms: z.object({ read: z.number(), classify: z.number(), extract: z.number(), validate: z.number() }),
  })
  .openapi('Result');

export const pageWordsSchema = z
  .object({
    page: z.number().int(),
    words: z.array(z.object({ text: z.string(), box: boxSchema, confidence: z.number().optional() })),
  })
  .openapi('PageWords');

export type Result = z.infer<typeof resultSchema>;
export type PageWords = z.infer<typeof pageWordsSchema>;
