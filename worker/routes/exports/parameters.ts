import { z } from '@hono/zod-openapi';

export const exportParameters = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'exp_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
});
