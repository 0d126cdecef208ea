import { z } from '@hono/zod-openapi';

/**
 * A document id in the path. Not validated: anything that is not a document of the caller's organization is not found.
 */
export const documentParameters = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'doc_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
});

export const pageParameters = documentParameters.extend({
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .openapi({ param: { name: 'page', in: 'path' }, example: 1, description: 'Page number, starting at 1' }),
});

export const runParameters = documentParameters.extend({
  job_id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'job_id', in: 'path' }, example: 'job_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
});
