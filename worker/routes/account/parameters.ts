import { z } from '@hono/zod-openapi';

/** A session's id in the path. Not validated: anything that is not a session of the caller is not found. */
export const sessionParameters = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'ses_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
});
