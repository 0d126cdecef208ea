import { z } from 'zod';

/**
 * The ground-truth file of one corpus document. All values are strings: amounts plain decimals, dates ISO 8601.
 * A field missing from `fields` is not labelled; it is scored only if it is listed in `absent`.
 */
const expectation = z.object({
  expect: z.enum([
    'text',
    'text_or_empty',
    'empty_or_ocr_text',
    'error_or_text',
    'text_or_error_in_time',
    'password_error',
  ]),
  contains: z.array(z.string()).optional(),
  contains_min: z.number().optional(),
});

const truthSchema = z.object({
  id: z.string(),
  file: z.string(),
  media_type: z.string().optional(),
  doc_type: z.string(),
  doc_subtype: z.string().optional(),
  doc_type_accept: z.array(z.string()).default([]),
  fields: z.record(z.string(), z.string()),
  accept: z.record(z.string(), z.array(z.string())).default({}),
  raw: z.record(z.string(), z.string()).optional(),
  absent: z.array(z.string()).default([]),
  inferred: z.array(z.string()).default([]),
  noisy_fields: z.array(z.string()).default([]),
  text_without_spaces: z.boolean().default(false),
  line_items: z.array(z.record(z.string(), z.string())).nullable().default(null),
  line_items_complete: z.boolean().default(true),
  group: z.string().optional(),
  language: z.string().optional(),
  words: z.string().optional(),
  full_text: z.string().optional(),
  tables: z
    .array(
      z.object({
        pages: z.array(z.number()),
        cells: z.array(z.object({ row: z.number(), col: z.number(), text: z.string() })),
      }),
    )
    .optional(),
  page_types: z
    .array(z.object({ page: z.number(), doc_type: z.string(), doc_subtype: z.string().optional() }))
    .optional(),
  expect: expectation.optional(),
});

const goldWordsSchema = z.object({
  words: z.array(
    z.object({
      text: z.string(),
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      label: z.string().optional(),
      /** Certainty in [0, 1] of recognised words; omitted for words entered by a person. */
      confidence: z.number().optional(),
      /** Height of the letters' em in units of the box; omitted for words entered by a person. */
      size: z.number().optional(),
      /** True if two recognisers read the same letters. */
      agreed: z.literal(true).optional(),
    }),
  ),
});

export type Truth = z.infer<typeof truthSchema>;
export type GoldWord = z.infer<typeof goldWordsSchema>['words'][number];

/** @throws ZodError that names the key if the file is not in the corpus format */
export function parseTruth(json: unknown): Truth {
  return truthSchema.parse(json);
}

export function parseGoldWords(json: unknown): readonly GoldWord[] {
  return goldWordsSchema.parse(json).words;
}
