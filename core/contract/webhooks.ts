import { z } from '@hono/zod-openapi';
import { EVENT_TYPES } from '../domain/events.ts';
import {
  ATTEMPT_ERRORS,
  DELIVERY_STATUSES,
  DISABLED_REASONS,
  WEBHOOK_LIMITS as LIMITS,
  WEBHOOK_STATUSES,
} from '../domain/webhooks.ts';
import { listOf, pageQuerySchema } from './list.ts';

const eventTypes = z
  .array(z.enum(EVENT_TYPES))
  .min(1)
  .max(EVENT_TYPES.length)
  .openapi({ example: ['document.completed', 'document.needs_review'] });
const workspaceIds = z
  .array(z.string().min(1).max(64))
  .min(1)
  .max(LIMITS.workspaces)
  .openapi({ description: 'Only documents of these workspaces' });
const url = z
  .url()
  .max(LIMITS.url)
  .openapi({ description: 'https, to a public host', example: 'https://example.com/hooks/neocaptured' });
const description = z.string().trim().max(LIMITS.description);

export const createWebhookBodySchema = z
  .object({
    url,
    description: description.default(''),
    events: eventTypes.optional().openapi({ description: 'Defaults to all types, also those added later' }),
    workspace_ids: workspaceIds.optional().openapi({
      description: 'Defaults to every document the creator has access to; for administrators the whole organization',
    }),
  })
  .openapi('CreateWebhookBody');

export const updateWebhookBodySchema = z
  .object({
    url: url.optional(),
    description: description.optional(),
    events: eventTypes.nullable().optional(),
    status: z
      .enum(WEBHOOK_STATUSES)
      .optional()
      .openapi({ description: '`active` enables the endpoint again; replay the events it missed' }),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'Name at least one field to change.')
  .openapi('UpdateWebhookBody');

export const webhookListQuerySchema = pageQuerySchema.extend({ status: z.enum(WEBHOOK_STATUSES).optional() });

export const webhookSchema = z
  .object({
    id: z.string().openapi({ example: 'whk_01jd3v8e6s9k2m4p7q0r5t8w1x' }),
    url: z.string(),
    description: z.string(),
    /** Null means all types. */
    events: z.array(z.enum(EVENT_TYPES)).nullable(),
    /** Null means the whole organization. */
    workspace_ids: z.array(z.string()).nullable(),
    status: z.enum(WEBHOOK_STATUSES),
    disabled_reason: z.enum(DISABLED_REASONS).nullable(),
    disabled_at: z.string().nullable(),
    /** Until then the secret before the last rotation signs too. */
    previous_secret_until: z.string().nullable(),
    created_by: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Webhook');

/** The only responses that contain the secret. */
export const createdWebhookSchema = webhookSchema
  .extend({
    secret: z.string().openapi({ description: 'Shown only once', example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }),
  })
  .openapi('CreatedWebhook');
export const webhookListSchema = listOf(webhookSchema, 'WebhookList');

export const deliveryListQuerySchema = pageQuerySchema.extend({ status: z.enum(DELIVERY_STATUSES).optional() });

const deliveryFields = {
  id: z.string().openapi({ example: 'dlv_01jd3v8e6s0000000000000042' }),
  webhook_id: z.string(),
  event_id: z.string(),
  /** Null once the event is deleted. */
  event_type: z.enum(EVENT_TYPES).nullable(),
  document_id: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  attempts: z.number().int(),
  status_code: z.number().int().nullable().openapi({ description: 'HTTP status of the last attempt' }),
  error: z.enum(ATTEMPT_ERRORS).nullable(),
  next_attempt_at: z.string().nullable(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
};

export const deliverySchema = z.object(deliveryFields).openapi('WebhookDelivery');
export const deliveryListSchema = listOf(deliverySchema, 'WebhookDeliveryList');

const attemptSchema = z.object({
  attempt: z.number().int(),
  started_at: z.string(),
  milliseconds: z.number().int(),
  status_code: z.number().int().nullable(),
  error: z.enum(ATTEMPT_ERRORS).nullable(),
  response: z.string().openapi({ description: 'The first bytes of the response' }),
});

export const deliveryDetailsSchema = z
  .object({
    ...deliveryFields,
    attempt_log: z.array(attemptSchema),
    payload: z
      .record(z.string(), z.unknown())
      .nullable()
      .openapi({ description: 'The body as it would be sent now; null without access to the document' }),
  })
  .openapi('WebhookDeliveryDetails');

export const webhookTestSchema = z
  .object({
    delivered: z.boolean(),
    status_code: z.number().int().nullable(),
    error: z.enum(ATTEMPT_ERRORS).nullable(),
    milliseconds: z.number().int(),
    response: z.string(),
  })
  .openapi('WebhookTest');

export const replayWebhookBodySchema = z
  .object({
    from: z.iso.datetime().optional().openapi({ description: 'Sends the events since this time' }),
    after: z.string().max(64).optional().openapi({ description: 'Sends the events after this one' }),
    until: z.string().max(64).optional().openapi({ description: 'The last event to send' }),
  })
  .refine(({ from, after }) => from !== undefined || after !== undefined, 'Name `from` or `after`.')
  .openapi('ReplayWebhookBody');

export const redeliverySchema = z.object({ webhook_id: z.string(), event_id: z.string() }).openapi('WebhookRedelivery');

export const webhookReplaySchema = z
  .object({
    events: z
      .number()
      .int()
      .openapi({
        description: `Events that are sent, at most ${LIMITS.replay}; one whose delivery is pending is not sent twice`,
      }),
    until: z.string().nullable().openapi({ description: 'The last of them; null if there are none' }),
    more: z.boolean().openapi({ description: 'Whether to call again with `after` set to `until`' }),
  })
  .openapi('WebhookReplay');

export type CreateWebhookBody = z.infer<typeof createWebhookBodySchema>;
export type UpdateWebhookBody = z.infer<typeof updateWebhookBodySchema>;
export type WebhookListQuery = z.infer<typeof webhookListQuerySchema>;
export type WebhookView = z.infer<typeof webhookSchema>;
export type CreatedWebhookView = z.infer<typeof createdWebhookSchema>;
export type WebhookList = z.infer<typeof webhookListSchema>;
export type DeliveryListQuery = z.infer<typeof deliveryListQuerySchema>;
export type DeliveryView = z.infer<typeof deliverySchema>;
export type DeliveryList = z.infer<typeof deliveryListSchema>;
export type DeliveryDetails = z.infer<typeof deliveryDetailsSchema>;
export type WebhookTestView = z.infer<typeof webhookTestSchema>;
export type ReplayWebhookBody = z.infer<typeof replayWebhookBodySchema>;
export type RedeliveryView = z.infer<typeof redeliverySchema>;
export type WebhookReplayView = z.infer<typeof webhookReplaySchema>;
