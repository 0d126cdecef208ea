import { z } from '@hono/zod-openapi';

const MAX_PAGE_SIZE = 200;
const DEFAULT_PAGE_SIZE = 50;

/** Query parameters `limit` and `cursor` of every list. Cursors are opaque. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE).openapi({ example: 50 }),
  cursor: z.string().max(200).optional(),
});

export type PageQuery = z.infer<typeof pageQuerySchema>;

/** `{data: [...], next_cursor}`; `next_cursor` is null on the last page. */
export function listOf<Item extends z.ZodType>(item: Item, name: string) {
  return z.object({ data: z.array(item), next_cursor: z.string().nullable() }).openapi(name);
}
