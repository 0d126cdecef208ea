import { z } from '@hono/zod-openapi';

/**
 * A template's id in the path: the name of a built-in template or the id of a custom one. Anything else is not found.
 */
export const templateParameters = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'delivery-note' }),
});
