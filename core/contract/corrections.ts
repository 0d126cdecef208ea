import { z } from '@hono/zod-openapi';
import { documentSchema } from './documents.ts';
import { listOf } from './list.ts';
import { resultSchema } from './result.ts';

/** Responses about corrections of a result. */

/** `document` is there because a correction changes its status and what lists show of it. */
export const correctedResultSchema = z
  .object({ result: resultSchema, document: documentSchema })
  .openapi('CorrectedResult');

export const resultVersionListSchema = listOf(
  z
    .object({
      version: z.number().int(),
      actor: z.object({ kind: z.enum(['user', 'api_key']), id: z.string() }),
      changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()]).readonly()).openapi({
        description:
          '`{"field": [old, new]}`; cells as `line_items[3].amount`, whole rows as `line_items[3]`, equal values where one was accepted. `[null, null]` where a change was too long to keep',
      }),
      undone: z.boolean().openapi({ description: 'It was undone, or is itself the undoing of an earlier version' }),
      created_at: z.string(),
    })
    .openapi('ResultVersion'),
  'ResultVersionList',
);

export type CorrectedResult = z.infer<typeof correctedResultSchema>;
export type ResultVersionList = z.infer<typeof resultVersionListSchema>;
