import { updateWebhookBodySchema, webhookSchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { updateOwnWebhook } from '../../services/webhooks/update.ts';
import { webhookParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.manage', tenant: 'organization' },
  {
    method: 'patch',
    path: '/webhooks/{id}',
    operationId: 'updateWebhook',
    tags: ['Webhooks'],
    summary: 'Change, disable or enable a webhook',

    request: {
      params: webhookParameters,
      body: { required: true, content: { 'application/json': { schema: updateWebhookBodySchema } } },
    },
    responses: {
      200: json('The webhook as it is now', webhookSchema),
      ...problems({ 404: 'Not found', 409: 'Changed in the meantime' }),
    },
  },
);

export function mountUpdateWebhook(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await updateOwnWebhook(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
}
