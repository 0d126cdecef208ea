import { z } from '@hono/zod-openapi';
import { EVENT_TYPES } from '../domain/events.ts';
import { pageQuerySchema } from './list.ts';

const eventTypeSchema = z.enum(EVENT_TYPES);

export const eventListQuerySchema = pageQuerySchema.extend({
  after: z
    .string()
    .max(64)
    .optional()
    .openapi({ description: 'Id of the last event you have seen; the list continues after it' }),
  cursor: z.string().max(64).optional().openapi({ description: 'The same as `after`' }),
  type: eventTypeSchema.optional(),
});

export const eventSchema = z
  .object({
    id: z.string().openapi({ example: 'evt_01jd3v8e6s0000000000000042' }),
    type: eventTypeSchema,
    timestamp: z.string().openapi({ description: 'Time of the change, RFC 3339 UTC' }),
    data: z.object({
      document_id: z.string(),
      workspace_id: z.string().nullable(),
      job_id: z.string().openapi({ description: 'The run whose result is meant' }),
    }),
  })
  .openapi('Event');

export const eventListSchema = z
  .object({
    data: z.array(eventSchema),
    next_cursor: z.string().nullable().openapi({ description: '`after` of the next page; null at the end' }),
  })
  .openapi('EventList');

export type EventListQuery = z.infer<typeof eventListQuerySchema>;
export type EventView = z.infer<typeof eventSchema>;
export type EventList = z.infer<typeof eventListSchema>;
