import { z } from '@hono/zod-openapi';

/** An organization's id in the path. Not validated: anything that is not the caller's organization is not found. */
export const organizationParameters = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'org_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
});
