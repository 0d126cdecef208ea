import { z } from '@hono/zod-openapi';

/** An invitation's id in the path. Not validated: anything outside the caller's organization is not found. */
export const invitationParameters = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'inv_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
});
