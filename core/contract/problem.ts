import { z } from '@hono/zod-openapi';
import { ERROR_CODES } from '../domain/error-codes.ts';

/** RFC 9457 problem details, the body of every 4xx and 5xx response. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: '/docs/errors#not_found' }),
    title: z.string().openapi({ example: 'Not found' }),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(ERROR_CODES),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** Present if the error concerns a stored document, so that the original can be downloaded. */
    document_id: z.string().optional(),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problemSchema>;
