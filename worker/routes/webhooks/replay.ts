import { replayWebhookBodySchema, webhookReplaySchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { replayWebhook } from '../../services/webhooks/redeliver.ts';
import { webhookParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.manage', tenant: 'organization' },
  {
    method: 'post',
    path: '/webhooks/{id}/replay',
    operationId: 'replayWebhook',
    tags: ['Webhooks'],
    summary: 'Send past events again',

    request: {
      params: webhookParameters,
      body: { required: true, content: { 'application/json': { schema: replayWebhookBodySchema } } },
    },
    responses: {
      202: json('Queued', webhookReplaySchema),
      ...problems({ 404: 'Not found', 409: 'The webhook is disabled' }),
    },
  },
);

export function mountReplayWebhook(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await replayWebhook(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 202),
  );
}
