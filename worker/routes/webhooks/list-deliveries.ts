import { deliveryListQuerySchema, deliveryListSchema } from '#core/contract/webhooks';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listOwnDeliveries } from '../../services/webhooks/list.ts';
import { webhookParameters } from './parameters.ts';

const route = operation(
  { permission: 'webhooks.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/webhooks/{id}/deliveries',
    operationId: 'listWebhookDeliveries',
    tags: ['Webhooks'],
    summary: 'List the deliveries of a webhook, newest first',

    request: { params: webhookParameters, query: deliveryListQuerySchema },
    responses: { 200: json('One page', deliveryListSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountListDeliveries(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await listOwnDeliveries(signedIn(c), c.req.valid('param').id, c.req.valid('query')), 200),
  );
}
