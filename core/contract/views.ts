import { z } from '@hono/zod-openapi';
import { VALUE_LIMITS } from '../domain/value-limits.ts';
import { listOf } from './list.ts';
import { nameText } from './name.ts';

/** Saved views: a filter and order of the document list under a name. */

export const VIEW_LIMITS = {
  /** Views of one person, and shared views of an organization. */
  count: 100,
  parameters: 20,
} as const;

/** Names and values of query parameters; a parameter that the list no longer knows is ignored by those who open it. */
const viewQuerySchema = z
  .record(z.string().regex(/^[a-z][a-z_]{0,31}$/), z.string().min(1).max(VALUE_LIMITS.vendorName))
  .refine(
    (query) => Object.keys(query).length <= VIEW_LIMITS.parameters,
    `At most ${VIEW_LIMITS.parameters} parameters.`,
  )
  .openapi({
    description: 'Query parameters of `GET /documents`, apart from `cursor` and `limit`',
    example: { status: 'needs_review', sort: '-total' },
  });

export const createViewBodySchema = z
  .object({
    name: nameText(100),
    query: viewQuerySchema,
    shared: z.boolean().default(false).openapi({ description: 'Visible to everybody in the organization' }),
  })
  .openapi('CreateViewBody');

export const updateViewBodySchema = z
  .object({ name: nameText(100).optional(), query: viewQuerySchema.optional(), shared: z.boolean().optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'Name at least one field to change.')
  .openapi('UpdateViewBody');

export const viewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    query: viewQuerySchema,
    shared: z.boolean(),
    created_by: z.string(),
    can_change: z.boolean(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('View');
export const viewListSchema = listOf(viewSchema, 'ViewList');

export type CreateViewBody = z.infer<typeof createViewBodySchema>;
export type UpdateViewBody = z.infer<typeof updateViewBodySchema>;
export type ViewView = z.infer<typeof viewSchema>;
export type ViewList = z.infer<typeof viewListSchema>;

/** The parameters as they are stored: the JSON of a checked body. */
export const readViewQuery = (stored: string): ViewView['query'] => viewQuerySchema.parse(JSON.parse(stored));
