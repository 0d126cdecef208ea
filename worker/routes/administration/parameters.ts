import { z } from '@hono/zod-openapi';

export const administratedParameters = z.object({ id: z.string().min(1).max(64) });
