import { z } from '@hono/zod-openapi';

/** A template's id in the path: a shipped one's name or an own one's id. Whatever is neither is not found. */
export const templateParameters = z.object({
  id: z
    .string()
    .max(64)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'delivery-note' }),
});
