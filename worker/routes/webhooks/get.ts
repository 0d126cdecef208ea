import { webhookSchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readWebhook } from '../../services/webhooks/list.ts';
import { webhookParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/webhooks/{id}',
    operationId: 'getWebhook',
    tags: ['Webhooks'],
    summary: 'Get a webhook',

    request: { params: webhookParameters },
    responses: { 200: json('The webhook', webhookSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountGetWebhook(app: Application): void {
  app.openapi(route, async (c) => c.json(await readWebhook(signedIn(c), c.req.valid('param').id), 200));
}
